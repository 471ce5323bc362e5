"""Countries as the field's formats name them (`tables/countries.yaml`)."""

from functools import cache

from msgspec import Struct

from isnad.publishing.columns import read_data


class Country(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country: ISO 3166-1 `iso3` and `number`, the regions of ACLED and UCDP, Gleditsch and Ward's number."""

    name: str
    iso3: str | None = None
    number: int | None = None
    acled: str | None = None
    ucdp: str | None = None
    gw: int | None = None


def country_of(code: str | None) -> Country | None:
    """The country with this ISO 3166-1 alpha-2 code; None where it is unknown."""
    return _countries().get(code) if code else None


@cache
def _countries() -> dict[str, Country]:
    return read_data("countries", dict[str, Country])
