""" "The largest since": one act, or one stretch of days, against all others on record (docs/assertions.md, "Records")."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from isnad.assessing.asserted import event_on_record, is_in, is_meant, types_of_assertion
from isnad.assessing.facts import Fact
from isnad.model.assertion import Assertion
from isnad.model.finding import Period
from isnad.model.slots import Where
from isnad.model.stretches import length_of
from isnad.model.verdict import Ranked, Ranking, Ruling, VerdictReason

_FEWEST = 3  # others to be greater than
_SLACK = 0.1  # share of the stretch at its beginning that the record may miss
_LEAST_STRETCH = 365  # days; where the sentence says no year ("منذ سنوات", "ever")
_ACT_DAYS = 7
_SURE = 1.96


class Rated(Struct, frozen=True):
    """A ranking with its ruling and reason."""

    ranking: Ranking
    ruling: Ruling
    reason: VerdictReason


def rank(assertion: Assertion, facts: Sequence[Fact], published: date) -> Rated:
    """Whether what is called the greatest is so."""
    if assertion.measure not in ("frequency", "lethality"):
        return Rated(Ranking(), "not_enough_data", "figure_unknown")
    if assertion.event is None:
        return _rank_stretch(assertion, facts, published)
    own = event_on_record(assertion, assertion.event, facts, published)
    if own is None:
        return Rated(Ranking(), "not_enough_data", "event_not_on_record")
    return _rank_act(assertion, own, facts)


def _rank_act(assertion: Assertion, own: Fact, facts: Sequence[Fact]) -> Rated:
    """One act against all earlier ones of the same actor in the country; without an actor, in the same division."""
    earlier = [fact for fact in facts if _is_rival(assertion, own, fact)]
    asked = assertion.compared
    if asked is not None:
        earlier = [fact for fact in earlier if fact.middle >= asked[0].toordinal()]
    counted = [_of_fact(fact) for fact in earlier if fact.killed is not None]
    other = _extreme(counted, lowest=assertion.lowest)
    first = min((fact.middle for fact in earlier), default=own.first)
    stretch = Period(date.fromordinal(first), date.fromordinal(own.first))
    mine = _of_fact(own) if own.killed is not None else None
    ranking = Ranking(own=mine, other=other, compared=len(counted), stretch=stretch)
    if mine is None:
        return Rated(ranking, "not_enough_data", "figure_unknown")
    reached = _reaches(facts, asked[0] if asked else None, own.first)
    return Rated(ranking, *_ruled(_against(mine, other, lowest=assertion.lowest), len(counted), reached))


def _is_rival(assertion: Assertion, own: Fact, fact: Fact) -> bool:
    if fact.days > _ACT_DAYS:
        return False  # told of weeks or months: a total that nobody marked as one, rather than an act
    if fact.id == own.id or not 0 < fact.middle < own.first or fact.country != own.country:
        return False
    if assertion.actors:
        return not set(assertion.actors).isdisjoint(fact.actors)
    return _wide(assertion.areas) or fact.admin1 == own.admin1


def _wide(areas: Sequence[Where]) -> bool:
    """Does the sentence name no place within a country."""
    return all(area.precision >= 6 for area in areas)


def _of_fact(fact: Fact) -> Ranked:
    low, best, high = fact.killed or (0, 0, None)
    period = Period(date.fromordinal(fact.first), date.fromordinal(fact.last))
    return Ranked(incidents=(fact.id,), period=period, low=low, best=best, high=high)


def _rank_stretch(assertion: Assertion, facts: Sequence[Fact], published: date) -> Rated:
    """The days of the period against all earlier stretches of the same length."""
    days = assertion.period or (published - timedelta(30), published)
    length = length_of(days)
    types = types_of_assertion(assertion)
    meant = [fact for fact in facts if fact.first and is_meant(assertion, fact, types)]
    covered = [fact.middle for fact in facts if fact.first and is_in(fact, _countries(assertion))]
    begun = min(covered, default=0)
    since = assertion.compared[0].toordinal() if assertion.compared else begun
    floor = max(since, begun)
    others, last = list[Ranked](), days[0].toordinal() - 1
    while begun and last - length + 1 >= floor:
        if any(last - length < day <= last for day in covered):  # else nobody kept a record then
            others.append(_of_days(assertion, meant, last - length + 1, last))
        last -= length
    mine = _of_days(assertion, meant, days[0].toordinal(), days[1].toordinal())
    other = _extreme(others, lowest=assertion.lowest)
    whole = Period(date.fromordinal(last + 1), days[1]) if others else None
    ranking = Ranking(own=mine, other=other, compared=len(others), stretch=whole)
    reached = _reaches(facts, assertion.compared[0] if assertion.compared else None, days[0].toordinal())
    return Rated(ranking, *_ruled(_against_counts(mine, other, lowest=assertion.lowest), len(others), reached))


def _countries(assertion: Assertion) -> tuple[Where, ...]:
    """The areas as whole countries: whether the record was kept then is told by all of a country."""
    return tuple(Where(name="", country=area.country, precision=6, start=0, end=0, text="") for area in assertion.areas)


def _of_days(assertion: Assertion, meant: Sequence[Fact], first: int, last: int) -> Ranked:
    inside = [fact for fact in meant if first <= fact.middle <= last]
    period = Period(date.fromordinal(first), date.fromordinal(last))
    ids = tuple(fact.id for fact in inside)
    if assertion.measure != "lethality":
        return Ranked(incidents=ids, period=period, low=len(inside), best=len(inside), high=len(inside))
    tolls = [fact.killed for fact in inside if fact.killed is not None]
    highs = [toll[2] for toll in tolls if toll[2] is not None]
    return Ranked(
        incidents=ids,
        period=period,
        low=sum(toll[0] for toll in tolls),
        best=sum(toll[1] for toll in tolls),
        high=sum(highs) if len(highs) == len(tolls) else None,
    )


def _extreme(ranked: Sequence[Ranked], *, lowest: bool) -> Ranked | None:
    if lowest:
        return min(ranked, key=lambda one: one.best, default=None)
    return max(ranked, key=lambda one: one.best, default=None)


def _against(own: Ranked, other: Ranked | None, *, lowest: bool) -> VerdictReason:
    """By the whole range that the sources leave: an open upper end may be any number."""
    if other is None:
        return "too_little"
    great, small = (other, own) if lowest else (own, other)
    if small.high is not None and great.low > small.high:
        return "greatest"
    if great.high is not None and small.low > great.high:
        return "greater_known"
    return "too_close"


def _against_counts(own: Ranked, other: Ranked | None, *, lowest: bool) -> VerdictReason:
    """By best figures, where they differ by more than chance would (difference of two Poisson counts, 95 %)."""
    if other is None:
        return "too_little"
    apart = own.best - other.best
    if abs(apart) <= _SURE * (own.best + other.best) ** 0.5:
        return "too_close"
    return "greatest" if (apart < 0) == lowest else "greater_known"


def _ruled(reason: VerdictReason, compared: int, reached: bool) -> tuple[Ruling, VerdictReason]:
    """One greater act contradicts, however short the record; that there is none is only told by a long one."""
    if reason == "greater_known":
        return "contradicted", reason
    if compared < _FEWEST:
        return "not_enough_data", "too_little"
    if reason == "greatest" and not reached:
        return "not_enough_data", "record_too_short"
    return ("supported" if reason == "greatest" else "not_enough_data"), reason


def _reaches(facts: Sequence[Fact], since: date | None, until: int) -> bool:
    """Does the record reach back to the beginning of the stretch, or a year where no beginning is said."""
    begun = min((fact.middle for fact in facts if fact.first), default=until)
    if since is None:
        return until - begun >= _LEAST_STRETCH
    return begun <= since.toordinal() + max(31, int(_SLACK * (until - since.toordinal())))
