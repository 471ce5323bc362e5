"""Findings: what assessing makes of incidents; every figure says what it was made from (docs/measures.md)."""

from datetime import date
from typing import Literal

from msgspec import Struct

from isnad.model.scope import Scope

# `deaths` is people killed per day, `lethality` people killed per incident; the rest as docs/measures.md says.
Measured = Literal[
    "frequency",
    "deaths",
    "lethality",
    "boldness",
    "complexity",
    "coordination",
    "spread",
    "capability",
    "control",
    "civilian_harm",
]
Unit = Literal["day", "week", "month", "quarter", "year"]
Grouping = Literal["actor", "country", "admin1", "admin2", "type"]
ChangeVerdict = Literal["rise", "fall", "no_change_shown", "not_enough_data"]
Model = Literal["poisson", "negative_binomial", "exact", "jackknife"]
Reason = Literal[
    "interval_apart_from_none",  # the whole interval lies on one side of "as before"
    "interval_spans_none",  # and is narrow enough that a doubling or a halving would have shown
    "interval_too_wide",  # even a doubling or a halving might not have shown
    "too_few_incidents",
    "too_few_days",
    "panel_too_thin",  # all sources show a change, those heard throughout are too few to bear it out
    "sources_disagree",  # all sources and those heard throughout point to opposite sides
    "tolls_disagree",  # the best toll shows a change, the low or the high one does not
]


class Period(Struct, frozen=True, order=True):
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last.toordinal() - self.first.toordinal() + 1


class Toll(Struct, frozen=True, kw_only=True):
    """People, as the sum of the low, the best and the high figures."""

    low: int = 0
    best: int = 0
    high: int = 0


class Share(Struct, frozen=True, kw_only=True):
    """`count` of the `known` incidents for which the record says whether it is so."""

    count: int = 0
    known: int = 0

    @property
    def value(self) -> float | None:
        """The share, from 0 to 1; None where nothing is known."""
        return self.count / self.known if self.known else None


class Measures(Struct, frozen=True, kw_only=True):
    """The measures of some incidents (docs/measures.md defines each).

    `killed_told` is the number of incidents with a figure of the dead, `open_high` of those whose figure has no upper
    bound; `lethality` is the dead per incident that has a figure; `districts_even` is the number of equally touched
    districts that would be as concentrated; `roots` is the mean number of independent sources of an incident.
    """

    incidents: int = 0
    killed: Toll = Toll()
    killed_told: int = 0
    open_high: int = 0
    lethality: tuple[float, float, float] | None = None
    defended: Share = Share()
    daylight: Share = Share()
    in_town: Share = Share()
    attackers_median: float | None = None
    attackers_known: int = 0
    complexity: Share = Share()
    districts: int = 0
    top_district: str | None = None
    top_district_share: Share = Share()
    districts_even: float | None = None
    new_ground_km: float | None = None
    control_claims: int = 0
    civilian_harm: Share = Share()
    civilians_killed: Toll = Toll()
    roots: float | None = None
    single_root: Share = Share()
    outlets: int = 0


class Row(Struct, frozen=True, kw_only=True):
    """The measures of one group (None: all) in one period; `thin` where few sources were heard."""

    group: str | None
    period: Period
    measures: Measures
    thin: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """Rows by group and period; `undated` incidents have an interval longer than the unit, or no day at all."""

    by: Grouping | None
    unit: Unit
    rows: tuple[Row, ...]
    undated: int = 0


class Ratio(Struct, frozen=True, kw_only=True):
    """After divided by before, with its 95 % interval.

    `high` is None where the data set no upper bound (nothing before); `dispersion` is Pearson's chi square by its
    degrees of freedom, 1 where incidents come as in a Poisson process; `error` is the standard error of the logarithm.
    """

    value: float | None
    low: float
    high: float | None
    model: Model
    dispersion: float = 1.0
    error: float | None = None


class Amount(Struct, frozen=True, kw_only=True):
    """What was counted in a period: `count` per `exposure` (days, or incidents for a share or a mean).

    `incidents` are those of which the record tells it. For `spread` and `coordination`, `count` is the index itself.
    """

    count: float
    exposure: float
    incidents: int


class Comparison(Struct, frozen=True, kw_only=True):
    """Two periods compared by one figure; `name` says which sources, toll or part; `ratio` None where none can be."""

    name: str
    before: Amount
    after: Amount
    ratio: Ratio | None = None


class Change(Struct, frozen=True, kw_only=True):
    """Whether a measure changed from one period to another, and from what this is known.

    `panel` counts only incidents told by `panel_outlets`, the outlets heard throughout both periods: a new feed adds
    nothing to it. It is None where no outlet was heard throughout, or outlets are not known. The verdict rests on the
    panel where there is one (docs/measures.md, "Verdict"). `tolls` are the comparisons by low and by high tolls,
    `parts` the further signs of a measure. `ids` are the incidents counted, before and after; `undated` those set
    aside; `thin` the months in which few sources were heard.
    """

    measure: Measured
    scope: Scope
    before: tuple[Period, ...]
    after: Period
    unit: Unit
    verdict: ChangeVerdict
    reason: Reason
    all_sources: Comparison
    panel: Comparison | None = None
    panel_outlets: tuple[str, ...] = ()
    tolls: tuple[Comparison, ...] = ()
    parts: tuple[Comparison, ...] = ()
    ids: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    undated: int = 0
    thin: tuple[date, ...] = ()


class Breakpoint(Struct, frozen=True, kw_only=True):
    """A day from which the level of a series is another one: the means per unit before and after, and their ratio.

    The day was chosen by the data, so the ratio's interval is too narrow to be taken as a test.
    """

    day: date
    before: float
    after: float
    ratio: Ratio | None = None


class ClosePair(Struct, frozen=True, kw_only=True):
    """Two incidents near each other in space and time."""

    first: str
    second: str
    km: float
    days: int


class Clustering(Struct, frozen=True, kw_only=True):
    """Knox's test of an actor's incidents: pairs near in both space and time, and how many chance alone would give.

    `p_value` is the share of permutations of the days with at least as many such pairs (the observed one counted in);
    `left_out` incidents had no point, no day, or came after the first 5,000.
    """

    actor: str | None
    incidents: int
    left_out: int
    km: float
    days: int
    close: int
    expected: float
    p_value: float
    permutations: int
    pairs: tuple[ClosePair, ...] = ()
