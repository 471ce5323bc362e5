"""Crediting: which attributions of a report an incident is told under (codebook, `according_to`)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from isnad.coding.acts import Act
from isnad.coding.attribution import Attribution
from isnad.coding.judging import Features
from isnad.coding.nearness import apart, step
from isnad.coding.reading import Reading, counts_of
from isnad.coding.vocabulary import core_of
from isnad.coding.weighing import Group, known


def credit_features(reading: Reading, attribution: Attribution, acts: Sequence[Act]) -> Features:
    """Features of an attribution for the question `source` of one incident, whose acts are in order."""
    start, end = attribution.start, attribution.end
    inside = acts[bisect_left(acts, start, key=_first) : bisect_left(acts, end, key=_first)]
    at = bisect_left(acts, attribution.sentence, key=_sentence)
    nearest = min([abs(act.sentence - attribution.sentence) for act in acts[max(0, at - 1) : at + 1]])
    first, speaker = acts[0], attribution.chain[-1]
    told = bool(inside)
    found = [
        _told(told, attribution.pattern, attribution.that, min(nearest, 4)),
        _spoken(
            told, speaker.carried, len(inside) * 4 // len(acts), first in inside, step(speaker.last - speaker.first)
        ),
        speaker_features(reading, attribution, told),
    ]
    if reading.counts(speaker.first, speaker.last) & _COMMON:  # a noun for a source or a person, never a name
        words = reading.tokens.words
        found.append((f"head:{core_of(words[speaker.first])}", f"tail:{core_of(words[speaker.last - 1])}"))
    found.append((f"links:{min(len(attribution.chain), 3)}",))
    act = (inside or acts)[0]
    found.append(
        _stands(min(attribution.sentence, 3), min(first.sentence, 3), told, act.type or act.kind, speaker.carried)
    )
    found.append((f"verb:{core_of(reading.tokens.words[attribution.verb])}:{told}",))
    if attribution.saying >= 0:
        saying = reading.lexicon.sayings[attribution.saying]
        found.append(_said(saying.id, saying.stance, told))
        if inside:
            found.append(_acted(inside[0].type or inside[0].kind, saying.stance))
    if inside:
        verbs = min(3, len(reading.within("sayings", start, inside[0].first)))
        found.append(_led(step(inside[0].first - start), verbs))
    else:
        found.append((f"side:{apart(attribution.sentence - first.sentence)}",))
    if reading.sentences[attribution.sentence].heading:
        found.append(("in heading",))
    return found


class Company:
    """The attributions near one incident, and what each has to do with the others.

    `names` says for the first word of a speaker who it is: who is named twice has the same name.
    """

    def __init__(self, rows: Sequence[Attribution], acts: Sequence[Act], names: Mapping[int, str]) -> None:
        self.rows = rows
        begins = [act.first for act in acts]
        self._inside = [bisect_left(begins, row.start) < bisect_left(begins, row.end) for row in rows]
        self._who = [names.get(row.chain[-1].first, "") for row in rows]
        self._often = Counter(self._who)
        self._credited = {who for who, inside in zip(self._who, self._inside, strict=True) if inside}
        before = [at for at, row in enumerate(rows) if row.verb < begins[0]]
        self._last_before = before[-1] if before else -1

    def features(self, at: int, others: int) -> Group:
        """Does the same speaker tell of the incident elsewhere, does another, how many other incidents it tells (`others`)."""
        inside, who = self._inside[at], self._who[at]
        again = not inside and who in self._credited
        rival = len(self._credited) - (who in self._credited)
        often = min(3, self._often[who])
        place = at - self._last_before
        return _kept(inside, again, min(rival, 2), min(others, 2), max(-2, min(place, 2)), often)


@known(4096)
def _kept(inside: bool, again: bool, rivals: int, others: int, place: int, often: int) -> Group:
    return (
        f"again:{again}:{inside}",
        f"rivals:{rivals}:{inside}",
        f"others:{others}:{inside}",
        f"others:{others}:{inside}:{rivals}",
        f"turn:{place}:{inside}",
        f"turn:{place}:{inside}:{rivals}",
        f"often:{often}:{inside}",
    )


def _first(act: Act) -> int:
    return act.first


def _sentence(act: Act) -> int:
    return act.sentence


@known(4096)
def _told(inside: bool, pattern: str, that: bool, sentences: int) -> Group:
    return (
        f"inside:{inside}",
        f"inside:{inside}:{pattern}",
        f"pattern:{pattern}:{that}",
        f"apart:{sentences}",
        f"apart:{sentences}:{inside}",
    )


@known(4096)
def _spoken(inside: bool, carried: bool, share: int, first: bool, length: str) -> Group:
    return f"carried:{carried}:{inside}", f"share:{share}", f"first act inside:{first}", f"length:{length}"


@known(4096)
def _stands(sentence: int, act: int, inside: bool, kind: str, carried: bool) -> Group:
    return (
        f"sentence:{sentence}:{inside}",
        f"act in:{act}:{inside}",
        f"sentences:{sentence}:{act}:{inside}",
        f"act:{kind}:{inside}",
        f"act:{kind}:{inside}:{carried}",
    )


@known(4096)
def _said(saying: str, stance: str, inside: bool) -> Group:
    return f"saying:{saying}", f"saying:{saying}:{inside}", f"stance:{stance}:{inside}"


@known(1024)
def _acted(kind: str, stance: str) -> Group:
    return f"act:{kind}", f"act:{kind}:{stance}"


@known(4096)
def _led(words: str, verbs: int) -> Group:
    return f"step:{words}", f"verbs between:{verbs}"


def speaker_features(reading: Reading, attribution: Attribution, inside: bool) -> Group:
    """What kind of speaker it is: a source noun, an actor, an outlet, a person."""
    speaker = attribution.chain[-1]
    found = []
    if reading.counts(speaker.first, min(speaker.first + 2, speaker.last)) & _SPEAKERS:
        for kind in ("sources", "actors", "people", "states"):
            hit = reading.at(kind, speaker.first) or reading.at(kind, speaker.first + 1)
            if hit is None or hit.first >= speaker.last:
                continue
            if kind == "sources":
                source = reading.lexicon.sources[hit.entry]
                found += [f"source:{source.id}", f"source:{source.id}:{inside}", f"medium:{source.medium}"]
            elif kind == "actors":
                found.append(f"actor:{reading.lexicon.actors[hit.entry].kind}:{inside}")
            else:
                found.append(f"{kind}:{inside}")
    if len(attribution.chain) > 1:
        found.append("chain")
    return tuple(found) or (f"unknown speaker:{inside}",)


_SPEAKERS = counts_of("sources", "actors", "people", "states")
_COMMON = counts_of("sources", "people")
