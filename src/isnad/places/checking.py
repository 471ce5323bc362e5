"""Checking what a source states: coordinates, kind, country code, names; and finding its division among ours."""

from collections.abc import Iterable
from math import isfinite
from typing import Final, get_args

from isnad.model.place import PlaceKind
from isnad.places.geonames import iso_code, plain_latin
from isnad.places.imported import ImportedPlace
from isnad.places.sources import Refused, Stated, folded_name, without_head
from isnad.places.supplement import Row, read_rows

KINDS: Final = frozenset(get_args(PlaceKind))
LONGEST_NAME: Final = 120
MOST_NAMES: Final = 40
CITY, TOWN = 50_000, 5_000
COUNTRIES: Final = frozenset(
    (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT "
        "BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH "
        "ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT "
        "HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
        "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI "
        "NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG "
        "SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG "
        "UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW "
    ).split()
)
"""ISO 3166-1 alpha-2, and XK."""


class Divisions:
    """Our first-order divisions by what sources call them: GeoNames code, ISO code, Arabic or Latin name."""

    def __init__(self, rows: Iterable[Row] | None = None) -> None:
        self._known: dict[tuple[str, str], Row] = {}
        for row in read_rows() if rows is None else rows:
            if row.kind == "admin1":
                for key in (*row.geonames, row.code, *map(folded_name, row.spellings), _latin_key(row.name)):
                    self._known.setdefault((row.code[:2], key), row)

    def find(self, country: str, called: Iterable[str]) -> Row | None:
        """The division of `country` that bears one of the names or codes `called`; None where none does."""
        for name in called:
            for key in (name, without_head(folded_name(name)), _latin_key(name)):
                row = self._known.get((country, key))
                if row is not None:
                    return row
        return None


def check(stated: Stated, division: Row | None, district: str | None) -> ImportedPlace | Refused:
    """The place that `stated` is, in `division` and `district`; or why it cannot be used."""
    try:
        latitude, longitude = _degrees("latitude", stated.latitude, 90), _degrees("longitude", stated.longitude, 180)
        if not latitude and not longitude:
            raise ValueError("latitude and longitude are both 0, which means that they are not known")
        population = int(_number("population", stated.population, 0, 2_000_000_000))
        arabic, latin = _names(stated)
        return ImportedPlace(
            id=_one_line("id", stated.id),
            name=plain_latin(_one_line("name", stated.name or next(iter((*latin, *arabic)), ""))),
            kind=_kind(stated.kind, population),  # type: ignore[arg-type]
            country=_country(stated),
            latitude=latitude,
            longitude=longitude,
            arabic=arabic,
            latin=latin,
            admin1=division.name if division else None,
            admin1_code=iso_code(division) if division else None,
            admin2=district or stated.admin2 or None,
            radius_km=_number("radius_km", stated.radius_km, 0, 5_000),
            population=population,
            geonames=stated.geonames,
        )
    except ValueError as why:
        return Refused(stated.where, str(why))


def _latin_key(name: str) -> str:
    letters = "".join(sign for sign in plain_latin(name).lower() if sign.isalpha() and sign.isascii())
    for part in ("governorate", "province", "muhafazat", "district", "state"):
        letters = letters.replace(part, "")
    return letters[2:] if letters[:2] in ("al", "ar", "as", "ad", "at", "an", "el", "es") else letters


def _degrees(name: str, given: object, most: float) -> float:
    if given is None or given == "":
        raise ValueError(f"{name} is missing")
    return _number(name, given, -most, most)


def _number(name: str, given: object, least: float, most: float) -> float:
    try:
        value = float(given)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ValueError(f'{name} must be a number, not "{given}"') from None
    if not isfinite(value) or not least <= value <= most:
        raise ValueError(f"{name} must be from {least:g} to {most:g}, not {given}")
    return value


def _kind(given: str, population: int) -> str:
    if given == "settled":
        return "city" if population >= CITY else "town" if population >= TOWN else "village"
    if given not in KINDS:
        raise ValueError(f'no such kind of place: "{given}"')
    return given


def _country(stated: Stated) -> str | None:
    if not stated.country and stated.kind == "water":
        return None
    if stated.country not in COUNTRIES:
        raise ValueError(f'no such country code: "{stated.country}"')
    return stated.country


def _names(stated: Stated) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names in Arabic script and the others, as written, each once; those that fold to nothing are left out."""
    arabic: dict[str, str] = {}
    latin: dict[str, str] = {}
    for name in (stated.name, *stated.names):
        written = " ".join(name.split())
        key = folded_name(written)
        if not key or len(written) > LONGEST_NAME:
            continue
        if _is_arabic(key):
            arabic.setdefault(key, written)
        elif key.isascii() or "a" <= plain_latin(written)[:1].lower() <= "z":
            latin.setdefault(key, written)
    if not arabic and not latin:
        raise ValueError("it has no name in Arabic or Latin letters")
    return tuple(arabic.values())[:MOST_NAMES], tuple(latin.values())[:MOST_NAMES]


def _is_arabic(key: str) -> bool:
    """Letters of Arabic as folded (Persian and Urdu letters that remain are not), digits allowed after them."""
    return "ء" <= key[0] <= "ي" and all("ء" <= sign <= "ي" or sign == " " or sign.isdecimal() for sign in key)


def _one_line(name: str, given: str) -> str:
    text = " ".join(given.split())
    if not text or not text.isprintable() or len(text) > LONGEST_NAME:
        raise ValueError(f"{name} is missing, too long or holds control signs")
    return text
