"""Grouping: which acts of a report are mentions of one incident (codebook, "The unit").

Acts are taken in order; each joins the incident whose acts it most resembles, or begins a new one. The likeness of two
acts is the judge's answer to the question `same`.
"""

from collections.abc import Iterator
from functools import lru_cache

from isnad.coding.acts import Act
from isnad.coding.judging import Judge
from isnad.coding.local import Local
from isnad.coding.nearness import apart, step
from isnad.coding.reading import Reading

_COMPARED = 6
_BEST = 0.15  # how much the best likeness counts beside the mean; chosen by cross-validation
_GROUPS = 40
_EXPLOSIVE = frozenset(
    {"suicide_bombing", "bombing", "landmine", "shelling", "air_strike", "drone_strike", "chemical_attack"}
)
_VIOLENT = _EXPLOSIVE | {"armed_attack", "clash", "assassination", "killing", "execution", "prison_break"}


def group_acts(reading: Reading, acts: list[Act], locals_: dict[int, Local], judge: Judge) -> list[list[Act]]:
    """The acts of each incident, incidents in order of their first act."""
    groups: list[list[Act]] = []
    threshold = judge.threshold("same")
    for act in acts:
        marks = [_likeness(reading, group, act, locals_, judge) for group in groups[-_GROUPS:]]
        if marks and max(marks) >= threshold:
            groups[len(groups) - len(marks) + marks.index(max(marks))].append(act)
        else:
            groups.append([act])
    return groups


def _likeness(reading: Reading, group: list[Act], act: Act, locals_: dict[int, Local], judge: Judge) -> float:
    """The mean likeness to a group's first and last acts, a little nearer to the best of them."""
    members = group if len(group) <= _COMPARED else [*group[:2], *group[-_COMPARED + 2 :]]
    marks = [judge.chance("same", same_features(reading, other, act, locals_)) for other in members]
    return _BEST * max(marks) + (1.0 - _BEST) * sum(marks) / len(marks)


def same_features(reading: Reading, one: Act, two: Act, locals_: dict[int, Local]) -> list[str]:
    """Features for the question `same` of two acts, `one` standing before `two`."""
    sentences = two.sentence - one.sentence
    words = "" if one.id != two.id else "weak" if one.weak else "same"
    found = [f"apart:{apart(sentences)}", *_kinship(one.kind, one.type, two.kind, two.type, words)]
    if sentences == 0:
        found += _within_sentence(reading, one, two)
    else:
        if reading.sentences[one.sentence].heading:
            found.append("from heading" if one.sentence == 0 else "from subheading")
            found.append(f"from heading:{apart(sentences)}")
        if reading.sentences[two.sentence].heading:
            found.append("to heading")
    local = locals_[two.index]
    found += _agreement(locals_[one.index], local, sentences)
    found += local.reference
    if two.pos == "plural" and one.pos != "plural":
        found.append("number:one-many")
    elif one.pos == "plural" and two.pos != "plural":
        found.append("number:many-one")
    return found


@lru_cache(maxsize=4096)
def _kinship(one_kind: str, one: str | None, two_kind: str, two: str | None, words: str) -> tuple[str, ...]:
    """How the types (`one`, `two`) and kinds of two acts relate; `words`: "same", "weak" where the same but weak, or ""."""
    found = [f"kinds:{one_kind}-{two_kind}"]
    if words == "weak":
        found.append("id:same weak")
    elif words == "same":
        found += ["id:same", f"id:same:{one_kind}"]
    if one is not None and one == two:
        found += ["type:same", f"type:same:{one}"]
    elif one in _VIOLENT and two in _VIOLENT:
        kin = "explosive" if one in _EXPLOSIVE and two in _EXPLOSIVE else "violent"
        found += [f"type:{kin}", f"types:{min(one, two)}+{max(one, two)}"]
    elif "harm" not in (one_kind, two_kind):
        found += ["type:other", f"types:{min(str(one), str(two))}+{max(str(one), str(two))}"]
    else:
        found.append(f"harm with:{one if two_kind == 'harm' else two}")
    return tuple(found)


def _within_sentence(reading: Reading, one: Act, two: Act) -> Iterator[str]:
    yield f"step:{step(max(0, two.first - one.last))}"
    yield f"step:{one.kind}-{two.kind}:{step(max(0, two.first - one.last))}"
    same = reading.clauses[one.first] == reading.clauses[two.first]
    yield f"clause:{same}"
    words = reading.tokens.words
    before = words[two.first - 1] if two.first > one.last else ""
    if before in (
        "في",
        "عن",
        "الي",
        "اثر",
        "جراء",
        "بعد",
        "خلال",
        "من",
        "علي",
        "وعن",
        "نتيجه",
        "بسبب",
        "عقب",
        "حين",
        "عندما",
        "ان",
    ):
        yield f"link:{before}"
        yield f"link:{before}:{one.kind}-{two.kind}"
    if two.hit.prefix:
        yield f"prefix:{two.hit.prefix}:{one.kind}-{two.kind}"
    for hit in reading.within("cues", one.last, two.first):
        cue = reading.lexicon.cues[hit.entry].cue
        if cue in ("result", "repeat", "by", "against", "anaphora"):
            yield f"between:{cue}"
    if reading.within("triggers", one.last, two.first):
        yield "between:trigger"


def _agreement(one: Local, two: Local, sentences: int) -> list[str]:
    """Do the places, times, parties and losses near the two agree."""
    found = []
    if one.places and two.places:
        if not one.places.isdisjoint(two.places):
            found.append("place:same")
        else:
            found.append("place:differs" if one.divisions.isdisjoint(two.divisions) else "place:division")
            found.append("place:differs:False" if sentences else "place:differs:True")
    if one.days and two.days:
        meet = one.days[0] <= two.days[1] and two.days[0] <= one.days[1]
        found.append("days:meet" if meet else "days:apart")
    elif one.days or two.days:
        found.append("days:first only" if one.days else "days:second only")
    if one.turn == two.turn:
        found.append("turn:same" if one.turn != "happened" else "turn:none")
    else:
        found += ("turn:differs", "turn:differs:False" if sentences else "turn:differs:True")
    if one.parties and two.parties:
        shared = len(one.parties & two.parties)
        found.append(f"parties:shared{min(shared, 2)}" if shared else "parties:none shared")
    if sentences and one.losses and two.losses:
        if not one.losses.isdisjoint(two.losses):
            found.append("losses:same")
        elif not one.slots.isdisjoint(two.slots):
            found.append("losses:differ")
    return found
