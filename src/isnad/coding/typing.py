"""The type of an incident, from its acts and the weapons near them (codebook, `type`; the higher in the table wins)."""

import math
from collections.abc import Sequence
from itertools import combinations
from typing import get_args

from isnad.coding.acts import Act
from isnad.coding.judging import BIAS, Judge
from isnad.coding.reading import Reading
from isnad.lexicon.matching import Hit
from isnad.model.coded import IncidentType

RANK: dict[str, int] = {name: place for place, name in enumerate(get_args(IncidentType))}
WEAPON_REACH = 9
_OPEN_TO_WEAPONS = frozenset(
    {
        "armed_attack",
        "bombing",
        "shelling",
        "air_strike",
        "killing",
        "drone_strike",
        "clash",
        "assassination",
        "suicide_bombing",
    }
)


def weapons_near(reading: Reading, acts: Sequence[Act]) -> list[Hit]:
    """The weapons within a few words of an incident's acts, in their sentences, each once."""
    found: dict[int, Hit] = {}
    for act in acts:
        first, last = reading.edges[act.sentence]
        for hit in reading.within("weapons", max(first, act.first - WEAPON_REACH), min(last, act.last + WEAPON_REACH)):
            if hit.first not in found or found[hit.first].last < hit.last:
                found[hit.first] = hit
    return [found[first] for first in sorted(found)]


def type_features(reading: Reading, acts: Sequence[Act]) -> list[str]:
    """Features for the choice among types."""
    weapons = weapons_near(reading, acts)
    found = [f"rule:{type_by_rule(reading, acts, weapons)}"]
    found += [f"id:{act.id}" for act in acts] + [f"form:{act.id}/{act.pos}" for act in acts]
    found += [f"type:{act.type}" for act in acts if act.type]
    strong = [act for act in acts if act.kind == "trigger" and not act.weak]
    top = min((act.type for act in strong if act.type), key=RANK.__getitem__) if strong else "none"
    if strong:
        found.append(f"first:{strong[0].id}")
        found.append(f"top:{top}")
    else:
        found.append("no strong trigger")
    found += _together(reading, acts, weapons, top)
    for hit in weapons:
        entry = reading.lexicon.weapons[hit.entry]
        found += [f"weapon:{entry.id}"] + ([f"means:{entry.implies}"] if entry.implies else [])
    found += _neighbours(reading, acts)
    return list(dict.fromkeys(found))


_MOST_IDS = 6


def _together(reading: Reading, acts: Sequence[Act], weapons: Sequence[Hit], top: str) -> list[str]:
    """What only several words together tell: which acts go together, and with which means."""
    means = sorted({reading.lexicon.weapons[hit.entry].implies or "" for hit in weapons})
    found = [f"top:{top}+means:{kind}" for kind in means or ("none",)]
    found.append("types:" + "+".join(sorted({act.type or "harm" for act in acts})))
    found.append(f"lead:{acts[0].id}/{acts[0].pos}")
    found.append(f"lead:{acts[0].id}+{'+'.join(means)}")
    ids = sorted({act.id for act in acts})
    if len(ids) <= _MOST_IDS:
        found += [f"both:{one}+{two}" for one, two in combinations(ids, 2)]
    if len(acts) == 1:
        found.append(f"only:{acts[0].id}/{acts[0].pos}")
    if all(act.kind == "trigger" for act in acts):
        found.append("no harm")
    return found


def _neighbours(reading: Reading, acts: Sequence[Act]) -> list[str]:
    """Parties near the acts, and words right after them that tell one type from another."""
    found = []
    words = reading.tokens.words
    for act in acts[:4]:
        first, last = reading.edges[act.sentence]
        for hit in reading.within("people", max(first, act.first - 5), min(last, act.last + 6)):
            found.append(f"people:{reading.lexicon.people[hit.entry].group}")
        for hit in reading.within("facilities", act.last, min(last, act.last + 4)):
            found.append(f"facility:{reading.lexicon.facilities[hit.entry].id}")
        if act.last < last:
            found.append(f"after:{act.id}:{words[act.last]}")
        if act.last + 1 < last:
            found.append(f"after2:{words[act.last + 1]}")
        if act.first > first:
            found.append(f"before:{words[act.first - 1]}")
    return found


_ABOVE_PRISON = frozenset({"suicide_bombing", "chemical_attack"})
_AGAINST = frozenset({"علي", "في", "ضد", "من", "داخل", "استهدف", "استهدفت", "باتجاه"})


def attacks_prison(reading: Reading, acts: Sequence[Act]) -> bool:
    """Is a place of detention attacked or broken out of: a prison stands after an assault, governed by "على", "من" or the like."""
    for act in acts:
        if act.kind != "trigger" or not reading.lexicon.triggers[act.hit.entry].assault:
            continue
        last = reading.edges[act.sentence][1]
        for hit in reading.within("facilities", act.last, min(last, act.last + 6)):
            before = reading.tokens.words[hit.first - 1]
            governed = before in _AGAINST or hit.prefix in ("ل", "ب") or hit.first == act.last or act.pos == "verb"
            if governed and reading.lexicon.facilities[hit.entry].id == "prison":
                return True
    return False


def type_by_rule(reading: Reading, acts: Sequence[Act], weapons: Sequence[Hit]) -> str:
    """The codebook's rule: the highest type among the strong acts and the means near them."""
    types = [act.type for act in acts if act.type and not act.weak and act.kind == "trigger"]
    types = types or [act.type for act in acts if act.type and act.kind == "trigger"]
    types = types or [act.type for act in acts if act.type] or ["killing"]
    top = min(types, key=RANK.__getitem__)
    if top not in _ABOVE_PRISON and attacks_prison(reading, acts):
        return "prison_break"
    if top in _OPEN_TO_WEAPONS:
        implied = [
            entry.implies
            for hit in weapons
            if (entry := reading.lexicon.weapons[hit.entry]).strength > 1 and entry.implies
        ]
        if implied and top not in ("clash", "assassination", "suicide_bombing"):
            return (
                min(implied, key=RANK.__getitem__) if top != "bombing" else min([*implied, top], key=RANK.__getitem__)
            )
    return top


def choose_type(features: Sequence[str], judge: Judge) -> tuple[IncidentType, float, str]:
    """The likeliest type, how far it leads the next (in log odds), and the next."""
    if features[0] == "rule:prison_break":  # rare in any annotated set, but the codebook leaves no choice
        return "prison_break", 0.0, ""
    sums = judge.sums("type", features)
    if not sums:
        return features[0].removeprefix("rule:"), 0.0, ""  # type: ignore[return-value]
    leading = sorted(sums, key=sums.__getitem__)[-2:]
    (mark, name), *others = sorted([(_mark(judge, name, features), name) for name in leading], reverse=True)
    return name, mark - others[0][0] if others else 0.0, others[0][1] if others else ""  # type: ignore[return-value]


def _mark(judge: Judge, name: str, features: Sequence[str]) -> float:
    """What speaks for a type, in log odds, summed exactly: it is told to the user, rounded."""
    weights = judge.questions[f"type:{name}"].weights
    return weights.get(BIAS, 0.0) + math.fsum(filter(None, map(weights.get, features)))
