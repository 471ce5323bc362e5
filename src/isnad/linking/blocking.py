"""Candidates: the pairs of rows that are worth comparing at all.

Whether two rows are candidates depends on these two alone and not on which came first, so that the grouping does not
depend on the order of arrival (decision 9). Two rows are candidates where their types are kin, their days at most
`APART_DAYS` apart, and

- their points lie in one cell of half a degree or in neighbouring ones, or
- they name the same first-order division and one of them is no closer than that, or
- they share a rare word.

Two rows of one report are candidates, too: what tells whether a report says one thing twice.

A row without days, or with more than `LONGEST_DAYS`, is *loose*: it meets every day, so that a place alone says
nothing. Where one of two is loose they must share two rare words, or one that names the place of either, or a place
and the number of its dead.
"""

from collections.abc import Iterable
from typing import Any, Final

from isnad.linking.rows import Row

APART_DAYS: Final = 7
BUCKET_DAYS: Final = 7
LONGEST_DAYS: Final = 45
ENOUGH: Final = 2  # what the evidence of a pair must add up to where one of the two is loose

# `fresh` rows look up, all rows are looked up. Buckets and cells only make the join small; what decides is `_MEETS`.
_MEETS: Final = f"""
    a.id <> b.id and (not b.fresh or a.id < b.id) and list_has_any(a.kins, b.kins)
    and (a.first is null or b.first is null or greatest(a.first, b.first) - least(a.last, b.last) <= {APART_DAYS})
"""

CANDIDATES: Final = f"""
with
looked as (select *, unnest(own) as bucket from rows),
looking as (select *, unnest(reach) as bucket from rows where fresh),
around as (
    select *, cell_y + dy as y, cell_x + dx as x from looking, range(-1, 2) ys(dy), range(-1, 2) xs(dx)
    where cell_y is not null
),
by_place as (
    select a.id as one, b.id as other from around a join looked b
    on a.bucket = b.bucket and a.y = b.cell_y and a.x = b.cell_x
    where {_MEETS}
),
by_division as (
    select a.id as one, b.id as other from looking a join looked b
    on a.bucket = b.bucket and a.admin1 = b.admin1
    where greatest(a.precision, b.precision) between 3 and 4 and {_MEETS}
),
by_word as (
    select a.id as one, b.id as other from (select *, unnest(words) as word from looking) a
    join (select *, unnest(words) as word from looked) b on a.word = b.word and a.bucket = b.bucket
    where {_MEETS}
),
worded as (
    select id, fresh, loose, first, last, kins, place_words, unnest(words) as word from rows
),
by_words as (
    select a.id as one, b.id as other from worded a join worded b on a.word = b.word
    where a.fresh and (a.loose or b.loose) and {_MEETS}
    group by a.id, b.id
    having sum(case when list_contains(a.place_words, a.word) or list_contains(b.place_words, b.word)
        then {ENOUGH} else 1 end) >= {ENOUGH}
),
by_toll as (
    select a.id as one, b.id as other from rows a join rows b on a.toll = b.toll
    where a.fresh and (a.loose or b.loose) and {_MEETS}
)
select distinct '0' as match_key, least(one, other) as join_key_l, greatest(one, other) as join_key_r
from (
    select * from by_place union all select * from by_division union all select * from by_word
    union all select * from by_words union all select * from by_toll
)
"""


def is_loose(row: Row) -> bool:
    """Whether days say next to nothing of a row."""
    return row.first is None or row.last is None or row.last - row.first > LONGEST_DAYS


def own_buckets(row: Row) -> list[int]:
    """The buckets in which a row is found, none where it is loose."""
    if row.first is None or row.last is None or is_loose(row):
        return []
    return buckets(row.first, row.last)


def sought_buckets(row: Row) -> list[int]:
    """The buckets in which a row looks for others, none where it is loose."""
    if row.first is None or row.last is None or is_loose(row):
        return []
    return buckets(row.first - APART_DAYS, row.last + APART_DAYS)


def toll_of(row: Row) -> str | None:
    """A place and the dead there, by which loose rows meet; None where it has no place or fewer than two dead."""
    if row.place is None or (row.killed_low or 0) < 2:
        return None
    return f"{row.place} {row.killed_low}"


def buckets(first: int, last: int) -> list[int]:
    """The stretches of `BUCKET_DAYS` days that an interval touches."""
    return list(range(first // BUCKET_DAYS, last // BUCKET_DAYS + 1))


def keys(row: Row, *, fresh: bool) -> dict[str, Any]:
    """The columns by which candidates are found, of one row; see `CANDIDATES`."""
    cell = row.cell
    return {
        "fresh": fresh,
        "cell_y": cell[0] if cell else None,
        "cell_x": cell[1] if cell else None,
        "own": own_buckets(row),
        "reach": sought_buckets(row),
        "loose": is_loose(row),
        "toll": toll_of(row),
    }


def candidates_filter(rows: Iterable[Row]) -> tuple[int, int, bool] | None:
    """Which known mentions could be candidates of new ones, for the record to hand over no more than these.

    Returns (first, last, timeless): hand over the mentions whose days, or, without a day in the text, whose report's
    day of publication with `rows.WEAK_DAYS` before it, meet the ordinals [first, last], and those without any days.
    `timeless` is true where a new row has no days itself: then days are no filter and all must be handed over. None
    where there are no rows.
    """
    given = list(rows)
    if not given:
        return None
    days = [(row.first, row.last) for row in given if row.first is not None and row.last is not None]
    first = min((first for first, _ in days), default=0) - APART_DAYS
    last = max((last for _, last in days), default=0) + APART_DAYS
    return first, last, len(days) < len(given)
