"""Assembling: the record's incident from its mentions, the standing judgements and a named rule (decisions 9, 10)."""

from collections.abc import Sequence

import msgspec

from isnad.linking.choosing import (
    choose_status,
    choose_type,
    choose_where,
    clash_sides,
    joined_confidence,
    merge_parties,
    merge_weapons,
)
from isnad.linking.choosing_days import choose_when
from isnad.linking.contradictions import find_contradictions
from isnad.linking.correcting import correct_slots, reviewed_as, standing_judgements
from isnad.linking.independence import Roots, party_key
from isnad.linking.outlets import outlet_key
from isnad.linking.reconciling import sourced_figures
from isnad.linking.roles import tell_roles
from isnad.linking.rules import best_figures
from isnad.model.judgement import Judgement
from isnad.model.mention import Mention
from isnad.model.recorded import RecordedIncident, ReportRole, Rule, Told
from isnad.model.slots import Party

_PASSING: frozenset[ReportRole] = frozenset({"cumulative", "anniversary"})


def assemble(
    mentions: Sequence[Mention], judgements: Sequence[Judgement] = (), rule: Rule = "isnad_default"
) -> RecordedIncident:
    """The incident that these mentions tell of; the order in which they are given has no part in it.

    Judgements about other incidents are passed over. Raises ValueError without a mention, UsageError for a correction
    that does not fit its slot.
    """
    if not mentions:
        raise ValueError("an incident needs at least one mention")
    ordered = sorted(mentions, key=lambda mention: mention.seq)
    decided = standing_judgements(judgements, [mention.id for mention in ordered])
    reviewed = reviewed_as(decided)
    roots, told = Roots(ordered), tell_roles(ordered)
    speaking = _speaking(ordered, told)
    figures = sourced_figures(told, roots, rejected=reviewed == "rejected")
    incident = msgspec.structs.replace(
        _slots(ordered, speaking, told, roots),
        figures=figures,
        contradictions=find_contradictions(speaking, figures, roots),
        roots=tuple(
            sorted({roots.of_mention(mention) for mention in speaking} | {each.root for each in figures if each.counts})
        ),
        reviewed=reviewed,
    )
    doers = {party_key(party) for party in incident.perpetrators}
    parties = doers | {party_key(party) for party in incident.targets}
    incident = msgspec.structs.replace(incident, best=best_figures(figures, rule, doers, parties))
    return correct_slots(incident, decided, rule)


def _slots(
    ordered: Sequence[Mention], speaking: Sequence[Mention], told: tuple[Told, ...], roots: Roots
) -> RecordedIncident:
    kind = choose_type(speaking, roots)
    doers, targets = clash_sides(speaking, roots) if kind == "clash" else _who_to_whom(speaking, roots)
    claims = merge_parties(speaking, roots, lambda mention: filter(None, [mention.incident.claimed_by]))
    counts = [mention.incident.incident_count for mention in ordered]
    return RecordedIncident(
        id=ordered[0].id,
        former_ids=tuple(mention.id for mention in ordered[1:]),
        type=kind,
        status=choose_status(speaking, roots),
        aggregate=all(mention.incident.aggregate for mention in ordered),
        incident_count=next((count for count in counts if count is not None), None),
        when=choose_when(speaking, roots),
        where=choose_where(speaking, roots),
        perpetrators=doers,
        targets=targets,
        weapons=merge_weapons(speaking),
        claimed_by=next(iter(claims), None),
        outlets={outlet: outlet_key(outlet) for outlet in (mention.report.outlet for mention in ordered) if outlet},
        told=told,
        confidence=joined_confidence(ordered, roots),
    )


def _who_to_whom(speaking: Sequence[Mention], roots: Roots) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    return (
        merge_parties(speaking, roots, lambda mention: mention.incident.perpetrators),
        merge_parties(speaking, roots, lambda mention: mention.incident.targets),
    )


def _speaking(ordered: Sequence[Mention], told: tuple[Told, ...]) -> list[Mention]:
    """The mentions whose slots count: those not taken back and not in passing, where there are such."""
    passing = {each.mention.id for each in told if each.role in _PASSING}
    standing = [mention for mention in ordered if not mention.report.retracted] or list(ordered)
    return [mention for mention in standing if mention.id not in passing] or standing
