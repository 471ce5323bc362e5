"""Grouping: which acts of a report are mentions of one incident (codebook, "The unit").

Acts are taken in order; each joins the incident whose acts it most resembles, or begins a new one. The likeness of two
acts is the judge's answer to the question `same`.
"""

from collections.abc import Iterator

from isnad.coding.acts import Act
from isnad.coding.judging import Judge
from isnad.coding.local import Local
from isnad.coding.nearness import apart, step
from isnad.coding.reading import Reading

_COMPARED = 6
_BEST = 0.15  # how much the best likeness counts beside the mean; chosen by cross-validation
_GROUPS = 40
_EXPLOSIVE = frozenset({"suicide_bombing", "bombing", "landmine", "shelling", "air_strike", "drone_strike", "chemical_attack"})
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
    found = [f"apart:{apart(sentences)}", *_kinship(one, two)]
    heading = reading.sentences[one.sentence].heading
    if heading and sentences:
        found.append("from heading" if one.sentence == 0 else "from subheading")
        found.append(f"from heading:{apart(sentences)}")
    if reading.sentences[two.sentence].heading and sentences:
        found.append("to heading")
    if sentences == 0:
        found += _within_sentence(reading, one, two)
    found += _agreement(locals_[one.index], locals_[two.index], sentences)
    found += _reference(reading, one, two)
    return found


def _kinship(one: Act, two: Act) -> Iterator[str]:
    """How the types and words of two acts relate."""
    yield f"kinds:{one.kind}-{two.kind}"
    if one.id == two.id and one.weak:
        yield "id:same weak"
    elif one.id == two.id:
        yield "id:same"
        yield f"id:same:{one.kind}"
    if one.type is not None and one.type == two.type:
        yield "type:same"
        yield f"type:same:{one.type}"
    elif one.type in _VIOLENT and two.type in _VIOLENT:
        kin = "explosive" if one.type in _EXPLOSIVE and two.type in _EXPLOSIVE else "violent"
        yield f"type:{kin}"
        yield f"types:{min(one.type, two.type)}+{max(one.type, two.type)}"
    elif "harm" not in (one.kind, two.kind):
        yield "type:other"
        yield f"types:{min(str(one.type), str(two.type))}+{max(str(one.type), str(two.type))}"
    else:
        yield f"harm with:{one.type if two.kind == 'harm' else two.type}"


def _within_sentence(reading: Reading, one: Act, two: Act) -> Iterator[str]:
    yield f"step:{step(max(0, two.first - one.last))}"
    yield f"step:{one.kind}-{two.kind}:{step(max(0, two.first - one.last))}"
    same = reading.clauses[one.first] == reading.clauses[two.first]
    yield f"clause:{same}"
    words = reading.tokens.words
    before = words[two.first - 1] if two.first > one.last else ""
    if before in ("في", "عن", "الي", "اثر", "جراء", "بعد", "خلال", "من", "علي", "وعن", "نتيجه", "بسبب", "عقب", "حين", "عندما", "ان"):
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


def _agreement(one: Local, two: Local, sentences: int) -> Iterator[str]:
    """Do the places, times, parties and losses near the two agree."""
    if one.places and two.places:
        if one.places & two.places:
            yield "place:same"
        else:
            yield "place:division" if one.divisions & two.divisions else "place:differs"
            yield f"place:differs:{sentences == 0}"
    if one.days and two.days:
        meet = one.days[0] <= two.days[1] and two.days[0] <= one.days[1]
        yield "days:meet" if meet else "days:apart"
    elif one.days or two.days:
        yield f"days:{'first' if one.days else 'second'} only"
    if one.turn == two.turn:
        yield "turn:same" if one.turn != "happened" else "turn:none"
    else:
        yield "turn:differs"
        yield f"turn:differs:{sentences == 0}"
    shared = one.parties & two.parties
    if shared:
        yield f"parties:shared{min(len(shared), 2)}"
    elif one.parties and two.parties:
        yield "parties:none shared"
    slots = {slot for slot, _ in one.losses} & {slot for slot, _ in two.losses}
    if sentences and set(one.losses) & set(two.losses):
        yield "losses:same"
    elif sentences and slots:
        yield "losses:differ"


def _reference(reading: Reading, one: Act, two: Act) -> Iterator[str]:
    """Does the second act refer back: an article, "هذا", "نفسه"; or to another: "آخر", "مماثل"."""
    if two.hit.article and two.kind == "trigger":
        yield "back:article"
        if two.backward:
            yield "back:article+general"
    elif two.kind == "trigger" and two.pos in ("noun", "plural", "dual"):
        yield f"new:{two.pos}"
    first, last = reading.edges[two.sentence]
    for hit in reading.within("cues", max(first, two.first - 2), min(last, two.last + 3)):
        cue = reading.lexicon.cues[hit.entry].cue
        if cue in ("anaphora", "repeat"):
            yield f"near:{cue}"
    if two.pos == "plural" and one.pos != "plural":
        yield "number:one-many"
    elif one.pos == "plural" and two.pos != "plural":
        yield "number:many-one"
