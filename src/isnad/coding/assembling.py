"""Assembling: one incident from its acts, by asking the judge slot by slot."""

import math
from collections.abc import Sequence

from isnad.coding.acts import Act
from isnad.coding.filling import fill_place, fill_roles, fill_sources, fill_time, fill_tolls
from isnad.coding.judging import Features, Judge
from isnad.coding.nearness import Ground
from isnad.coding.parties import Candidate
from isnad.coding.presenting import STATUSES, choose_status, status_features
from isnad.coding.standing import turning_words
from isnad.coding.tallies import Tally
from isnad.coding.timing import is_plan
from isnad.coding.tolls import loss_of
from isnad.coding.typing import RANK, choose_type, type_features, weapons_near
from isnad.coding.witnessing import Witness
from isnad.coding.workup import Workup
from isnad.model.coded import Incident, IncidentType, Status
from isnad.model.slots import Breakdown, Figure, Loss, Party, Range, Victims, Weapon
from isnad.model.span import Span

_MOST_MENTIONS = 12
_CONTEXT = 5
_CAPTURING: frozenset[IncidentType] = frozenset(
    {"arrest", "abduction", "clash", "armed_attack", "security_operation", "prison_break"}
)


def assemble(
    work: Workup, ground: Ground, group: int, judge: Judge, chance: float, claimer: Party | None = None
) -> Incident:
    """The incident told by one group of acts; `chance` is how sure the judge is that it is one, `claimer` who claims it.

    How sure it was of each choice stays in `ground.sure`; the confidence comes of them (`isnad.coding.confiding`).
    """
    acts = ground.acts(group)
    ground.sure["mention", group] = chance
    kind, type_reasons = _type(work, ground, group, judge)
    status, status_reasons = _status(work, acts, kind, judge)
    if ground.witness is not None:
        _testify(ground.witness, work, acts, group)
    where, placed = fill_place(work, ground, group, kind, judge)
    when, timed = fill_time(work, ground, group, kind, judge)
    if status == "happened" and kind != "threat" and when is not None and is_plan(work.reading, when):
        status, status_reasons = "threatened", [f"status threatened: {when.text} is after the report"]
    roles = fill_roles(work, ground, group, kind, judge)
    tolls = fill_tolls(work, ground, group, kind, judge)
    chain, credit = fill_sources(work, ground, group, judge)
    count = _incident_count(work, acts)
    return Incident(
        id=f"{work.reading.report.id}#{group + 1}",
        mentions=_mentions(work, acts),
        type=kind,
        status=status,
        aggregate=count is not None or _many(acts),
        incident_count=count,
        when=when,
        where=where,
        perpetrators=roles.perpetrators,
        targets=roles.targets,
        killed=_loss(work, tolls, "killed"),
        killed_perpetrators=_attackers_dead(work, tolls, roles.attackers),
        wounded=_loss(work, tolls, "wounded"),
        captured=_loss(work, tolls, "captured") if kind in _CAPTURING else None,
        escaped=_loss(work, tolls, "escaped") if kind == "prison_break" else None,
        strength=_strength(work, roles.attackers),
        victims=_victims(tolls),
        figures=_figures(work, tolls, chain),
        weapons=_weapons(work, acts),
        according_to=chain,
        claimed_by=claimer,
        reasons=(
            f"incident: {chance:.2f}",
            *type_reasons,
            *status_reasons,
            *(f"where: {r}" for r in placed.reasons),
            *(f"when: {r}" for r in timed.reasons),
            *roles.reasons,
            *(f"{slot}: {r}" for slot, rows in tolls.items() for r in judge.reasons("toll", rows[0][2], 2)),
            *credit,
        ),
    )


def _type(work: Workup, ground: Ground, group: int, judge: Judge) -> tuple[IncidentType, list[str]]:
    """The type and what decided; how sure it is against the next likely one stays in `ground`, unless a rule decided."""
    features = type_features(work.reading, ground.acts(group))
    kind, lead, rival = choose_type(features, judge)
    reasons = [f"type {kind}: {r}" for r in judge.reasons(f"type:{kind}", [tuple(features)])]
    if rival:
        ground.sure["type", group] = 1 / (1 + math.exp(-lead))
        reasons.append(f"type: {kind} before {rival} by {lead:.2f}")
    return kind, reasons


def _status(work: Workup, acts: Sequence[Act], kind: IncidentType, judge: Judge) -> tuple[Status, list[str]]:
    """The status and the words that turn the act. A `threat` has happened: the threatening did (codebook)."""
    if kind == "threat":
        return "happened", []
    status, reasons = choose_status(work, acts, judge)
    if status == "happened":
        return status, []
    cues = [cue for act in acts if (cue := turning_words(work.reading, act))]
    return status, [*(f"status {status}: {cue}" for cue in cues[:2]), *reasons]


def _testify(witness: Witness, work: Workup, acts: Sequence[Act], group: int) -> None:
    """Tell what was asked about type and status: one question for each, with an answer from a closed list."""
    typed, presented = (tuple(type_features(work.reading, acts)),), status_features(work, acts)
    witness.hear(group, "type", "type", [(name, typed) for name in RANK])
    witness.hear(group, "status", "status", [(name, presented) for name in STATUSES])


def _mentions(work: Workup, acts: Sequence[Act]) -> tuple[Span, ...]:
    """The words of each act with a few after it, within its clause."""
    reading, found = work.reading, []
    for act in acts[:_MOST_MENTIONS]:
        last = act.last
        limit = min(reading.edges[act.sentence][1], act.last + _CONTEXT)
        while last < limit and reading.clauses[last] == reading.clauses[act.first]:
            last += 1
        skip = len(act.hit.prefix) if act.hit.prefix in ("و", "ف") else 0
        found.append(reading.span(act.first, last, skip))
    return tuple(found)


def _many(acts: Sequence[Act]) -> bool:
    """Does the report speak of several acts together."""
    strong = [act for act in acts if act.kind == "trigger"]
    return (
        bool(strong)
        and all(act.pos == "plural" for act in strong)
        and strong[0].type not in ("clash", "agreement", "threat")
    )


def _incident_count(work: Workup, acts: Sequence[Act]) -> tuple[int, int | None] | None:
    """The number right before a plural act: "ست هجمات"."""
    for act in acts:
        if act.pos not in ("plural", "dual"):
            continue
        if act.pos == "dual" and act.kind == "trigger":
            return (2, 2)
        for quantity in work.reading.quantities:
            if quantity.last == act.first and not quantity.vague:
                return (quantity.low, quantity.high)
    return None


def _loss(work: Workup, tolls: dict[str, list[tuple[float, Tally, Features]]], slot: str) -> Loss | None:
    rows = tolls.get(slot)
    return loss_of(work.reading, rows[0][1]) if rows else None


def _attackers_dead(
    work: Workup, tolls: dict[str, list[tuple[float, Tally, Features]]], attackers: Sequence[Candidate]
) -> Loss | None:
    """A toll whose words are those of a party that attacked."""
    for _, tally, _ in tolls.get("killed", ()):
        if any(c.first < tally.last and tally.first < c.last for c in attackers):
            return loss_of(work.reading, tally)
    return None


def _strength(work: Workup, attackers: Sequence[Candidate]) -> Loss | None:
    """How many attacked: the number before the noun that names the attackers."""
    for candidate in attackers:
        quantity = candidate.quantity
        if quantity is not None and candidate.sort == "people":
            span = work.reading.span(quantity.first, candidate.last)
            return Loss(
                low=quantity.low,
                high=quantity.high,
                approximate=quantity.approximate,
                start=span.start,
                end=span.end,
                text=span.text,
            )
    return None


_GROUPS = {"civilians": "civilians", "forces": "forces", "fighters": "forces", "women": "women", "children": "children"}


def _victims(tolls: dict[str, list[tuple[float, Tally, Features]]]) -> Victims:
    """The dead and wounded by who they were; never summed into a total."""
    found: dict[str, Breakdown | None] = {}
    for slot in ("killed", "wounded"):
        parts: dict[str, Range] = {}
        for _, tally, _ in tolls.get(slot, ()):
            part = _GROUPS.get(tally.group)
            if part and part not in parts:
                parts[part] = Range(low=tally.low, high=tally.high, approximate=tally.approximate)
        found[slot] = Breakdown(**parts) if parts else None
    return Victims(killed=found["killed"], wounded=found["wounded"])


def _figures(
    work: Workup, tolls: dict[str, list[tuple[float, Tally, Features]]], chain: tuple[Party, ...]
) -> tuple[Figure, ...]:
    """Every separate figure with the attribution it stands under, where a slot has more than one."""
    found = []
    for slot, rows in tolls.items():
        if slot not in ("killed", "wounded", "captured", "escaped") or len({(t.low, t.high) for _, t, _ in rows}) < 2:
            continue
        for _, tally, _ in rows:
            span = work.reading.span(tally.first, tally.last)
            found.append(
                Figure(
                    slot=slot,  # type: ignore[arg-type]
                    low=tally.low,
                    high=tally.high,
                    according_to=_credit_of(work, tally, chain),
                    start=span.start,
                    end=span.end,
                    text=span.text,
                )
            )
    return tuple(found)


def _credit_of(work: Workup, tally: Tally, chain: tuple[Party, ...]) -> tuple[Party, ...]:
    """The members of the incident's chain whose words the figure stands in."""
    speakers = {
        work.reading.span(s.first, s.last, s.skip).start
        for a in work.attributions
        if a.start <= tally.first < a.end
        for s in a.chain
    }
    return tuple(party for party in chain if party.start in speakers)


def _weapons(work: Workup, acts: Sequence[Act]) -> tuple[Weapon, ...]:
    found = []
    for hit in weapons_near(work.reading, acts)[:4]:
        span = work.reading.span(hit.first, hit.last, len(hit.prefix))
        entry = work.reading.lexicon.weapons[hit.entry]
        found.append(Weapon(name=entry.id, start=span.start, end=span.end, text=span.text))
    return tuple(found)
