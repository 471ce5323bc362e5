"""The measures of a group of incidents (docs/measures.md defines each, with its source in the literature)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean, median

from isnad.assessing.facts import Fact
from isnad.assessing.signs import is_complex, killed
from isnad.assessing.spreading import district_of, evenness, new_ground_km
from isnad.model.finding import Measures, Share, Toll

_SINGLE = 1


def measure(facts: Sequence[Fact], earlier: Sequence[Fact] = ()) -> Measures:
    """The measures of these incidents; `earlier` are those that the distance to new ground is measured from."""
    told = [fact for fact in facts if fact.killed is not None]
    toll = _toll(told)
    strengths = [fact.strength for fact in facts if fact.strength is not None]
    districts = Counter(district for fact in facts if (district := district_of(fact)))
    top = min(districts.items(), key=lambda each: (-each[1], each[0]), default=None)
    rooted = [len(fact.roots) for fact in facts if fact.roots]
    return Measures(
        incidents=len(facts),
        killed=toll,
        killed_told=len(told),
        open_high=sum(1 for fact in told if fact.killed and fact.killed[2] is None),
        lethality=(toll.low / len(told), toll.best / len(told), toll.high / len(told)) if told else None,
        defended=share(facts, lambda fact: fact.defended),
        daylight=share(facts, lambda fact: fact.daylight),
        in_town=share(facts, lambda fact: fact.in_town),
        attackers_median=median(strengths) if strengths else None,
        attackers_known=len(strengths),
        complexity=share(facts, is_complex),
        districts=len(districts),
        top_district=top[0] if top else None,
        top_district_share=Share(count=top[1], known=districts.total()) if top else Share(),
        districts_even=evenness(districts.values()),
        new_ground_km=new_ground_km(facts, earlier),
        control_claims=sum(fact.control_claim for fact in facts),
        civilian_harm=share(facts, lambda fact: fact.civilian),
        civilians_killed=_civilians(facts),
        roots=fmean(rooted) if rooted else None,
        single_root=Share(count=rooted.count(_SINGLE), known=len(rooted)),
        outlets=len({outlet for fact in facts for outlet in fact.outlets}),
    )


def share(facts: Iterable[Fact], is_so: Callable[[Fact], bool | None]) -> Share:
    """Of how many it is so, among those of which the record tells."""
    told = [found for fact in facts if (found := is_so(fact)) is not None]
    return Share(count=sum(told), known=len(told))


def _toll(facts: Iterable[Fact]) -> Toll:
    rows = [(killed(0)(fact), killed(1)(fact), killed(2)(fact)) for fact in facts]
    low, best, high = (int(sum(column)) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
    return Toll(low=low, best=best, high=high)


def _civilians(facts: Iterable[Fact]) -> Toll:
    told = [fact.civilians_killed for fact in facts if fact.civilians_killed is not None]
    return Toll(
        low=sum(low for low, _, _ in told),
        best=sum(best for _, best, _ in told),
        high=sum(best if high is None else high for _, best, high in told),
    )
