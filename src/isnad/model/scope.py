"""What a measure, an assertion, an export or a brief is about."""

from datetime import date

from msgspec import Struct


class Scope(Struct, frozen=True, kw_only=True):
    """Which incidents are meant: all that is given must hold."""

    actor: str | None = None  # id of a perpetrator
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None  # ISO 3166-2 code or English name
    types: tuple[str, ...] = ()
    since: date | None = None  # both days included
    until: date | None = None
