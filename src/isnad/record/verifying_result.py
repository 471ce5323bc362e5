"""What verifying found."""

from msgspec import Struct


class Finding(Struct, frozen=True, kw_only=True):
    """Something that is not as it should be: the table, the number of the row, and what is wrong with it."""

    table: str
    row: str
    what: str
