"""Timing: which of a report's times is when an incident took place (codebook, `when`)."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from isnad.coding.judging import Features
from isnad.coding.nearness import Ground, between_features, last_verb
from isnad.coding.reading import Reading
from isnad.coding.vocabulary import Vocabulary
from isnad.coding.weighing import Group, known
from isnad.model.slots import When
from isnad.times.calendar import precision_of
from isnad.times.expressions import TimeExpression

_LEADING = frozenset({"منذ", "حتي", "الي", "من", "بعد", "قبل", "في", "خلال"})


class TimeFacts(Struct, frozen=True, gc=False):
    """What is so of a time whichever incident is asked about: its words [first, last), age and features.

    `saying`: what follows where a verb of saying stands before it.
    """

    first: int
    last: int
    age: str
    steady: Group
    saying: tuple[str, ...]


def time_facts(reading: Reading, vocabulary: Vocabulary, row: int, word: int) -> TimeFacts:
    """The facts of time expression `row`, whose first word is `word`."""
    time = reading.times[row]
    sentence = reading.sentence_of[word]
    found = [
        f"kind:{time.kind}",
        f"future:{time.future}",
        f"precision:{time.precision}",
        f"times:{min(3, len(reading.times))}",
    ]
    age = _age(reading.published, time.latest)
    if age:
        found.append(f"age:{age}")
    if reading.sentences[sentence].heading:
        found.append("in heading")
    if sentence <= 1:
        found.append("opens report")
    before = reading.tokens.words[word - 1] if word else "^"
    if before in _LEADING:
        found.append(f"before:{before}")
    last = max(word + 1, reading.tokens.first_at(time.end))
    found += vocabulary.phrase(sentence, word, last)
    return TimeFacts(word, last, age, tuple(found), _saying(reading, word))


def _age(published: date | None, latest: date | None) -> str:
    """How long before the report a time ends, as one of a few names; "" where that is not known."""
    if published is None or latest is None:
        return ""
    days = (published - latest).days
    return next((name for most, name in _AGES if days <= most), "old")


_AGES = ((-1, "future"), (3, "fresh"), (40, "month"), (400, "year"), (3649, "years"))


def time_features(reading: Reading, row: int, facts: TimeFacts, ground: Ground, group: int) -> Features:
    """Features of time expression `row` for the question `time` of one incident."""
    time, word = reading.times[row], facts.first
    nearness = ground.nearest(group, word, facts.last)
    act = nearness.act
    here = nearness.sentences == 0
    found = [
        *between_features(reading, nearness, word, facts.last),
        ground.rivals(group, nearness, word),
        ground.around(group, word),
        facts.steady,
        _recent(_recency(reading, row, word, act.first), facts.age, here),
        facts.saying,
        _typed(ground.acts(group)[0].type or "", facts.saying[0] if facts.saying else "", facts.age, time.kind, here),
    ]
    if here:
        found.append(_framed(act.kind, act.pos, nearness.after, time.kind, act.weak, nearness.words <= 1))
        if "between saying and that" in facts.saying and act.first > word:
            found.append(("dates the saying",))
    else:
        local = "local time elsewhere" if _has_time(reading, act.sentence) else "no time in sentence"
        found.append((local, f"kind:{time.kind}:other sentence"))
        lead = reading.sentence_of[word] <= 1
        found.append(_referring(act.kind, act.pos, act.hit.article, lead, facts.age))
        found.append((f"times:{min(3, len(reading.times))}:lead {lead}",))
    return found


@known(4096)
def _typed(act: str, saying: str, age: str, kind: str, here: bool) -> Group:
    """What the act's word would make it, with the verb before a time, its age and its kind."""
    return f"type:{act}:{saying}:{here}", f"type:{act}:age:{age}", f"type:{act}:kind:{kind}"


@known(4096)
def _recent(recency: str, age: str, here: bool) -> Group:
    recent = f"recency:{recency}:{here}"
    return (recent, f"age:{age}:{here}") if age else (recent,)


@known(4096)
def _referring(kind: str, pos: str, article: bool, lead: bool, age: str) -> Group:
    """A time of another sentence: does the act refer back ("الهجوم"), and is the time that of the lead."""
    return f"refers:{kind}/{pos}:{article}", f"refers:{article}:lead {lead}", f"lead {lead}:age:{age}"


@known(4096)
def _framed(kind: str, pos: str, after: bool, time: str, weak: bool, adjacent: bool) -> Group:
    side = ">" if after else "<"
    framed = (f"frame:{kind}/{pos}{side}", f"kind:{time}{side}", f"weak:{weak}{side}")
    return (*framed, f"adjacent:{side}", f"adjacent:{side}{pos}") if adjacent else framed


_SUPERLATIVES = frozenset(
    "اكبر اعنف اسوا اول اعلي اخطر اضخم الاكبر الاعنف الاسوا الاول الاولي الاعلي الاخطر الاضخم اشد الاشد اكثر الاكثر اقوي الاقوي".split()
)


_DATED_BY = frozenset({"عندما", "حين", "حينما"})


def since_superlative(reading: Reading, word: int, end: int) -> bool:
    """Does "منذ …", which ends before folded `end`, measure a superlative ("أكبر هجوم منذ سنوات") rather than date an act.

    What follows with "when" is dated by it all the same ("الأكبر منذ آذار، عندما هاجم").
    """
    words = reading.tokens.words
    following = reading.tokens.first_at(end)
    if following < len(words) and words[following] in _DATED_BY:
        return False
    if words[word] != "منذ" and (word == 0 or words[word - 1] != "منذ"):
        return False
    first = reading.edges[reading.sentence_of[word]][0]
    return any(before in _SUPERLATIVES for before in words[max(first, word - 8) : word])


def _recency(reading: Reading, row: int, word: int, act_first: int) -> str:
    """Is this the last time named before the act, the next to last, or one after it."""
    if word > act_first:
        return "after"
    tokens = reading.tokens
    later = sum(tokens.first_at(time.start) < act_first for time in reading.times[row + 1 : row + 4])
    return ("last", "second last", "earlier", "earlier")[later]


def _saying(reading: Reading, word: int) -> Group:
    """Does the time stand after a verb of saying ("أعلن اليوم أن"), and "أن" between."""
    first = reading.edges[reading.sentence_of[word]][0]
    sayings = reading.within("sayings", max(first, word - 9), word)
    verb = last_verb(reading, word)
    if not sayings:
        return verb
    that = any(w in ("ان", "بان", "انه", "انها") for w in reading.tokens.words[sayings[-1].last : word])
    return (*verb, "after saying", "after saying and that" if that else "between saying and that")


def _has_time(reading: Reading, sentence: int) -> bool:
    span = reading.sentences[sentence]
    return any(span.start <= time.start < span.end for time in reading.times)


# Acts that are done at once: "since March" says when they were. The others go on: "since March" says how long.
_AT_ONCE = frozenset(
    "abduction agreement arrest assassination bombing deployment execution prison_break protest riot suicide_bombing "
    "territory_change".split()
)


def days_of(time: TimeExpression, kind: str | None = None) -> tuple[date, date] | None:
    """The days a time means for an act of this type; None where it could not be resolved.

    "منذ" is read by the act: an arrest "since March" was in March, clashes "since a month" fill the month.
    """
    at_once = kind in _AT_ONCE
    if time.other is not None and kind is not None and at_once == (time.kind == "span"):
        return time.other
    return None if time.earliest is None or time.latest is None else (time.earliest, time.latest)


def unresolved_reasons(reading: Reading, rows: Iterable[int]) -> tuple[str, ...]:
    """Why the times beside an incident say no day, for a person to read: "أمس" has no publication date."""
    told = {
        reading.raw_span(time.start, time.end).text: time.unresolved for time in map(reading.times.__getitem__, rows)
    }
    return tuple(f"\u201c{words}\u201d unresolved: {why}" for words, why in told.items() if why)


def is_plan(reading: Reading, when: When) -> bool:
    """Is the time of an act one after the report: then it is planned and has not been (codebook, `status`)."""
    return any(time.future and reading.raw_span(time.start, time.end).start == when.start for time in reading.times)


def when_of(reading: Reading, row: int, kind: str | None = None) -> When | None:
    """The contract's `when` of time expression `row` for an act of type `kind`; None where it could not be resolved."""
    time = reading.times[row]
    days = days_of(time, kind)
    if days is None:
        return None
    span = reading.raw_span(time.start, time.end)
    return When(
        earliest=days[0],
        latest=days[1],
        precision=precision_of(days),
        part_of_day=time.part_of_day,
        start=span.start,
        end=span.end,
        text=span.text,
    )
