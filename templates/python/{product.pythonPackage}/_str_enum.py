"""`enum.StrEnum`, and its equal for Python 3.10, which has none."""

import sys

__all__ = ["StrEnum"]

if sys.version_info >= (3, 11):
    from enum import StrEnum
else:
    from enum import Enum

    class StrEnum(str, Enum):
        """An enumeration whose members are strings and are written as such."""

        __str__ = str.__str__
