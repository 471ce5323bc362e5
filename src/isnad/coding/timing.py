"""Timing: which of a report's times is when an incident took place (codebook, `when`)."""

from isnad.coding.nearness import Ground, between_features
from isnad.coding.reading import Reading
from isnad.model.slots import When


def time_features(reading: Reading, row: int, word: int, ground: Ground, group: int) -> list[str]:
    """Features of time expression `row` (its first word is `word`) for the question `time` of one incident."""
    time = reading.times[row]
    last = max(word + 1, reading.tokens.first_at(time.end))
    nearness = ground.nearest(group, word, last)
    act = nearness.act
    words = reading.tokens.words
    before = words[word - 1] if word else "^"
    side = ">" if nearness.after else "<"
    found = [
        *between_features(reading, nearness, word, last),
        *ground.rivals(group, nearness, word),
        f"kind:{time.kind}",
        f"future:{time.future}",
        f"precision:{time.precision}",
    ]
    published = reading.published
    if published is not None and time.latest is not None:
        days = (published - time.latest).days
        age = (
            "future"
            if days < 0
            else "fresh"
            if days <= 3
            else "month"
            if days <= 40
            else "year"
            if days <= 400
            else "years"
            if days < 3650
            else "old"
        )
        found += [f"age:{age}", f"age:{age}:{nearness.sentences == 0}"]
    found.append(f"recency:{_recency(reading, row, word, act.first)}:{nearness.sentences == 0}")
    found.append(f"times:{min(3, len(reading.times))}")
    if nearness.sentences == 0 and nearness.words <= 1:
        found += [f"adjacent:{side}", f"adjacent:{side}{act.pos}"]
    if nearness.sentences == 0:
        found += [f"frame:{act.kind}/{act.pos}{side}", f"kind:{time.kind}{side}", f"weak:{act.weak}{side}"]
    else:
        found.append("local time elsewhere" if _has_time(reading, act.sentence) else "no time in sentence")
        found.append(f"kind:{time.kind}:other sentence")
    if reading.sentences[reading.sentence_of[word]].heading:
        found.append("in heading")
    if reading.sentence_of[word] <= 1:
        found.append("opens report")
    if before in ("منذ", "حتي", "الي", "من", "بعد", "قبل", "في", "خلال"):
        found.append(f"before:{before}")
    found += _saying(reading, word, act.first, nearness.sentences)
    return found


_SUPERLATIVES = frozenset(
    "اكبر اعنف اسوا اول اعلي اخطر اضخم الاكبر الاعنف الاسوا الاول الاولي الاعلي الاخطر الاضخم اشد الاشد اكثر الاكثر اقوي الاقوي".split()
)


def since_superlative(reading: Reading, word: int) -> bool:
    """Does "منذ …" measure a superlative ("أكبر هجوم منذ سنوات") rather than date the act."""
    words = reading.tokens.words
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


def _saying(reading: Reading, word: int, act: int, sentences: int) -> list[str]:
    """Does the time date a saying ("أعلن اليوم أن") rather than the act."""
    first = reading.edges[reading.sentence_of[word]][0]
    sayings = reading.within("sayings", max(first, word - 9), word)
    if not sayings:
        return []
    found = ["after saying"]
    that = any(w in ("ان", "بان", "انه", "انها") for w in reading.tokens.words[sayings[-1].last : word])
    found.append("after saying and that" if that else "between saying and that")
    if not that and sentences == 0 and act > word:
        found.append("dates the saying")
    return found


def _has_time(reading: Reading, sentence: int) -> bool:
    span = reading.sentences[sentence]
    return any(span.start <= time.start < span.end for time in reading.times)


def when_of(reading: Reading, row: int) -> When | None:
    """The contract's `when` of time expression `row`; None where it could not be resolved."""
    time = reading.times[row]
    if time.earliest is None or time.latest is None or time.precision is None:
        return None
    span = reading.raw_span(time.start, time.end)
    return When(
        earliest=time.earliest,
        latest=time.latest,
        precision=time.precision,
        part_of_day=time.part_of_day,
        start=span.start,
        end=span.end,
        text=span.text,
    )
