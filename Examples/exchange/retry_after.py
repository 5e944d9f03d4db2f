"""`Retry-After` as exchanges write it, and as they should not."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["RetryAfter"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_FORMS = ("imf-fixdate", "rfc850", "asctime")


@dataclass(frozen=True)
class RetryAfter:
    """What an answer asks a client to wait, and how that is written."""

    seconds: int = 0
    """How long; may be negative for a date that is past."""

    form: str = "seconds"
    """`seconds`, or the form of a date: `imf-fixdate`, `rfc850` or `asctime`."""

    text: str | None = None
    """The header as it is, in place of the two above."""

    clock: int = 0
    """By how many seconds the exchange's clock is ahead, in `Date` and the date."""

    @staticmethod
    def parse(value: object) -> RetryAfter:
        """Reads it from a script.

        Args:
            value: Seconds; a text, which is sent as it is; or an object with `seconds`,
                and perhaps `form` and `clock`.

        Raises:
            ValueError: It is none of these.
        """
        if isinstance(value, int):
            return RetryAfter(seconds=value)
        if isinstance(value, str):
            return RetryAfter(text=value)
        if isinstance(value, Mapping) and set(value) <= {"seconds", "form", "clock"}:
            wait = RetryAfter(**value)
            if wait.form in ("seconds", *_FORMS):
                return wait
        raise ValueError(f"no Retry-After: {value!r}")

    def headers(self) -> dict[str, str]:
        """`Retry-After`, and the `Date` that a date in it is held against.

        Both are of one reading of the clock: they differ by exactly `seconds`.
        """
        now = int(time.time()) + self.clock
        headers = {"Date": http_date(now)}
        if self.text is not None:
            headers["Retry-After"] = self.text
        elif self.form == "seconds":
            headers["Retry-After"] = str(self.seconds)
        else:
            headers["Retry-After"] = http_date(now + self.seconds, self.form)
        return headers


def http_date(seconds: int, form: str = "imf-fixdate") -> str:
    """A date in one of the three forms of RFC 9110, 5.6.7.

    Written by hand: `strftime` gives names in the language of the user.
    """
    at = time.gmtime(seconds)
    day, month = _DAYS[at.tm_wday], _MONTHS[at.tm_mon - 1]
    clock = f"{at.tm_hour:02}:{at.tm_min:02}:{at.tm_sec:02}"
    if form == "rfc850":
        return f"{day}, {at.tm_mday:02}-{month}-{at.tm_year % 100:02} {clock} GMT"
    if form == "asctime":
        return f"{day[:3]} {month} {at.tm_mday:2} {clock} {at.tm_year}"
    return f"{day[:3]}, {at.tm_mday:02} {month} {at.tm_year} {clock} GMT"
