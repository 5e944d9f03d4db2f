"""The orders that the exchange has taken, by their client order IDs."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Ledger"]


@dataclass
class Ledger:
    """An order is taken once. That it came again is refused, and stays visible."""

    orders: dict[str, str] = field(default_factory=dict)
    """`accepted` or `cancelled`, by client order ID, in the order of their arrival."""

    duplicates: list[str] = field(default_factory=list)
    """The client order IDs that came again after they had been accepted."""

    def place(self, order: str) -> bool:
        """Takes an order.

        Returns:
            Whether it was taken: not if there is one with that client order ID.
        """
        if order in self.orders:
            self.duplicates.append(order)
            return False
        self.orders[order] = "accepted"
        return True

    def cancel(self, order: str) -> bool:
        """Cancels an order; gives whether there is one."""
        if order not in self.orders:
            return False
        self.orders[order] = "cancelled"
        return True
