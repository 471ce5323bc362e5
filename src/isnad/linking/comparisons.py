"""The comparisons of two rows, each a list of named levels in SQL, the first that holds counts.

Levels are written for DuckDB in splink's manner: `column_l` and `column_r` are the two rows. "unknown" levels are
levels as others are and get a weight of their own: that a day is missing on one side says something, too.
"""

from typing import Final

from msgspec import Struct

ELSE: Final = "ELSE"

_KM: Final = (
    "(111.2 * sqrt(pow(latitude_l - latitude_r, 2) + "
    "pow((longitude_l - longitude_r) * cos(radians((latitude_l + latitude_r) / 2)), 2)))"
)
_EXACT: Final = "precision_l <= 2 and precision_r <= 2"
_PLACED: Final = "latitude_l is not null and latitude_r is not null"
_GAP: Final = "(greatest(first_l, first_r) - least(last_l, last_r))"
_NAMED: Final = (
    "((len(names_l) > 0 and list_has_all(said_r, names_l)) or (len(names_r) > 0 and list_has_all(said_l, names_r)))"
)
_ALIKE: Final = "len(list_intersect(said_l, said_r)) >= greatest(3, least(len(said_l), len(said_r)))"
_RARE: Final = "len(list_intersect(words_l, words_r))"
_TOLD_ON_ONE_DAY: Final = "coalesce(published_l = published_r, false)"
_DATED: Final = "first_l is not null and first_r is not null"
_LONG: Final = "greatest(last_l - first_l, last_r - first_r) > 20"
_GENERAL: Final = "('killing', 'armed_attack', 'clash', 'destruction', 'other')"
_SHORT: Final = "greatest(last_l - first_l, last_r - first_r) <= 1"


class Level(Struct, frozen=True):
    """One level: a name that people read and the SQL condition under which it holds."""

    name: str
    sql: str


class Comparison(Struct, frozen=True):
    """One comparison: its levels from the first tried to the last, which holds where no other does."""

    name: str
    levels: tuple[Level, ...]


def _levels(*pairs: tuple[str, str]) -> tuple[Level, ...]:
    return tuple(Level(name, sql) for name, sql in pairs)


def _loss(slot: str) -> Comparison:
    """Losses as ranges: an equal toll of many says more than one of one; a toll that rises says little against."""
    low_l, low_r = f"{slot}_low_l", f"{slot}_low_r"
    high_l, high_r = f"coalesce({slot}_high_l, 3 * {low_l} + 3)", f"coalesce({slot}_high_r, 3 * {low_r} + 3)"
    equal = f"{low_l} = {low_r} and {high_l} = {high_r}"
    return Comparison(
        slot,
        _levels(
            ("neither known", f"{low_l} is null and {low_r} is null"),
            ("one known", f"{low_l} is null or {low_r} is null"),
            ("equal, five or more", f"{equal} and {low_l} >= 5"),
            ("equal, two to four", f"{equal} and {low_l} >= 2"),
            ("equal, none or one", equal),
            ("overlapping", f"{low_l} <= {high_r} and {low_r} <= {high_l}"),
            ("rising", f"greatest({low_l}, {low_r}) <= 1.5 * least({high_l}, {high_r}) + 1"),
            ("conflicting", ELSE),
        ),
    )


COMPARISONS: Final = (
    Comparison(
        "report",
        _levels(
            ("one, two places", f"report_l = report_r and {_EXACT} and place_l <> place_r"),
            ("one", "report_l = report_r"),
            ("two", ELSE),
        ),
    ),
    Comparison(
        "place",
        _levels(
            ("unknown", f"not ({_PLACED})"),
            ("same place", f"{_EXACT} and place_l = place_r"),
            ("touching, named in the other", f"{_EXACT} and {_KM} <= radius_l + radius_r and {_NAMED}"),
            ("touching", f"{_EXACT} and {_KM} <= radius_l + radius_r"),
            ("within 30 km, named in the other", f"{_EXACT} and {_KM} <= 30 and {_NAMED}"),
            ("within 30 km", f"{_EXACT} and {_KM} <= 30"),
            ("apart, named in the other", f"{_EXACT} and {_NAMED}"),
            ("apart", f"{_EXACT}"),
            ("named in the other", f"{_NAMED} and {_KM} <= 100"),
            ("same district or province", "place_l = place_r and least(precision_l, precision_r) <= 4"),
            ("another name", "named_l and named_r"),
            ("one may hold the other", f"{_KM} <= radius_l + radius_r and greatest(precision_l, precision_r) <= 4"),
            ("same country or region", f"{_KM} <= radius_l + radius_r or country_l = country_r"),
            ("far", ELSE),
        ),
    ),
    Comparison(
        "day",
        _levels(
            ("unknown", f"not ({_DATED})"),
            ("long, overlapping", f"{_LONG} and {_GAP} <= 0"),
            ("long, apart", _LONG),
            ("weak and near", f"(weak_l or weak_r) and {_GAP} <= 0"),
            ("weak, up to two days", f"(weak_l or weak_r) and {_GAP} <= 2"),
            ("weak, days between", "weak_l or weak_r"),
            ("same day", f"{_SHORT} and first_l = first_r and last_l = last_r"),
            ("overlapping", f"{_SHORT} and {_GAP} <= 0"),
            ("overlapping, vague", f"{_GAP} <= 0"),
            ("a day between, told on one day", f"{_GAP} = 1 and {_TOLD_ON_ONE_DAY}"),
            ("a day between", f"{_GAP} = 1"),
            ("days between, told on one day", f"{_TOLD_ON_ONE_DAY}"),
            ("up to three days", f"{_GAP} <= 3"),
            ("days between", ELSE),
        ),
    ),
    Comparison(
        "type",
        _levels(
            ("same, but general", f"type_l = type_r and type_l in {_GENERAL}"),
            ("same", "type_l = type_r"),
            ("one is general", f"list_has_any(kins_l, kins_r) and (type_l in {_GENERAL} or type_r in {_GENERAL})"),
            ("explosive kin", "list_contains(kins_l, 'explosive') and list_contains(kins_r, 'explosive')"),
            ("kin", "list_has_any(kins_l, kins_r)"),
            ("not kin", ELSE),
        ),
    ),
    Comparison(
        "perpetrators",
        _levels(
            ("unknown", "len(perpetrators_l) = 0 or len(perpetrators_r) = 0"),
            ("shared", "list_has_any(perpetrators_l, perpetrators_r)"),
            ("turned round", "list_has_any(perpetrators_l, targets_r) or list_has_any(targets_l, perpetrators_r)"),
            ("others", ELSE),
        ),
    ),
    Comparison(
        "targets",
        _levels(
            ("unknown", "len(targets_l) = 0 or len(targets_r) = 0"),
            ("shared", "list_has_any(targets_l, targets_r)"),
            ("others", ELSE),
        ),
    ),
    _loss("killed"),
    _loss("wounded"),
    Comparison(
        "weapons",
        _levels(
            ("unknown", "len(weapons_l) = 0 or len(weapons_r) = 0"),
            ("shared", "list_has_any(weapons_l, weapons_r)"),
            ("others", ELSE),
        ),
    ),
    Comparison(
        "words",
        _levels(
            ("within one report", "report_l = report_r"),
            ("five or more", f"{_RARE} >= 5"),
            ("three or four", f"{_RARE} >= 3"),
            ("two", f"{_RARE} = 2"),
            ("one, said alike", f"{_RARE} = 1 and {_ALIKE} * 0.2"),
            ("one", f"{_RARE} = 1"),
            ("none, said much alike", f"{_ALIKE} * 0.35"),
            ("none, said alike", f"{_ALIKE} * 0.2"),
            ("none, said a little alike", f"{_ALIKE} * 0.1"),
            ("none", ELSE),
        ),
    ),
    Comparison(
        "scope",
        _levels(
            ("a total and a single act", "aggregate_l <> aggregate_r"),
            ("two totals", "aggregate_l"),
            ("happened and not", "(status_l in ('happened', 'alleged')) <> (status_r in ('happened', 'alleged'))"),
            ("alike", ELSE),
        ),
    ),
)
