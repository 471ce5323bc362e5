"""Why a sentence asserts nothing testable of the violence; the reasons are a closed list (`model.assertion`)."""

from isnad.coding.asserted_phrase import Phrase, Pivot
from isnad.coding.change_words import Found
from isnad.coding.parties import find_candidates
from isnad.model.assertion import RefusalReason
from isnad.text.numbers import may_start, read_number

_BESIDE_REACH = 3
_STOP_REACH = 12
_CUES: dict[str, RefusalReason] = {
    "call": "call",
    "condition": "conditional",
    "fear": "future",
    "future": "future",
    "planned": "future",
}
_PRESENT = ("ي", "ت")
_FUTURE = ("سي", "ست", "وسي", "وست", "فسي", "فست")
_NUMBERS = frozenset({"عدد", "اعداد", "نسبه", "نسب", "معدل", "معدلات", "حجم"})


def refusal_without_pivot(phrase: Phrase) -> RefusalReason:
    """Why a phrase in which nothing changes says nothing: too vague, not measured, or no change at all."""
    said = [found.word.reason for found in (*phrase.of("beside"), *phrase.of("vague")) if found.word.reason]
    said += [found.word.reason for found in phrase.of("stop") if found.word.reason == "conditional"]
    cues = (
        phrase.reading.lexicon.cues[hit.entry].cue for hit in phrase.reading.within("cues", phrase.first, phrase.last)
    )
    said += [reason for cue in cues if (reason := _CUES.get(cue)) in ("call", "future")]
    said += ["future" for found in phrase.of("stop") if found.word.reason == "future" and _is_to_come(phrase, found)]
    return said[0] if said else "no_change"


def _is_to_come(phrase: Phrase, found: Found) -> bool:
    """Is "قد" before a present, which makes it a guess at what comes; other words of the kind always are."""
    words = phrase.reading.tokens.words
    bare = words[found.last - 1].removeprefix("و").removeprefix("ف") == "قد"
    return not bare or (found.last < phrase.last and words[found.last].startswith(_PRESENT))


def asks(phrase: Phrase) -> bool:
    """Is the phrase a question."""
    reading = phrase.reading
    ending = reading.tokens.gap(phrase.last - 1)
    opens = next((found for found in phrase.of("stop") if found.word.reason == "question"), None)
    return any(sign in ending for sign in "؟?") or (opens is not None and opens.first == phrase.first)


def refusal_of(phrase: Phrase, pivot: Pivot) -> RefusalReason | None:
    """Why what the phrase turns on is no assertion: told as to come, feared, wished, supposed, denied."""
    if pivot.verb and phrase.reading.tokens.words[pivot.first].startswith(_FUTURE):
        return "conditional" if _supposed(phrase, pivot) else "future"
    stops = [(found.first, found.word.reason) for found in phrase.of("stop") if _stops(phrase, found, pivot)]
    denied = (found for found in phrase.of("deny") if found.last <= pivot.first and _near(phrase, found.last, pivot))
    stops += [(found.first, found.word.reason) for found in denied]
    for hit in phrase.reading.within("cues", phrase.first, pivot.first):
        reason = _CUES.get(phrase.reading.lexicon.cues[hit.entry].cue)
        if reason is not None and hit.last <= pivot.first and _near(phrase, hit.last, pivot):
            stops.append((hit.first, reason))
    # "إذا فشلت … فقد تتصاعد": what a condition governs is no forecast.
    return "conditional" if any(why == "conditional" for _, why in stops) else max(stops)[1] if stops else None


def _supposed(phrase: Phrase, pivot: Pivot) -> bool:
    """Does a condition stand before what is told as to come; "إن تكررت … فسيرتفع" opens with one."""
    opens = phrase.reading.tokens.words[phrase.first] == "ان"
    return opens or any(found.word.reason == "conditional" and found.first < pivot.first for found in phrase.of("stop"))


def _stops(phrase: Phrase, found: Found, pivot: Pivot) -> bool:
    """Does a word take the assertion back: a negation just before the pivot, "قد" before a present, others nearby."""
    if found.word.reason == "question" or found.last > pivot.first:
        return False
    if found.word.reason in ("negated", "no_change"):
        return found.last == pivot.first
    if found.word.reason == "future" and not _is_to_come(phrase, found):
        return False
    return _near(phrase, found.last, pivot)


def _near(phrase: Phrase, at: int, pivot: Pivot) -> bool:
    """Does nothing end the sentence between word `at` and the pivot, and are they not far apart."""
    gaps = (phrase.reading.tokens.gap(word) for word in range(at, pivot.first))
    return pivot.first - at <= _STOP_REACH and not any("." in gap or "\n" in gap for gap in gaps)


def _is_toll(phrase: Phrase, pivot: Pivot) -> bool:
    """ "ارتفعت حصيلة الضحايا إلى 13": the dead, and a number that they came to; a multiple is no such number."""
    words, killed = phrase.reading.tokens.words, any(one.word.measure == "lethality" for one in phrase.of("subject"))
    for at in range(pivot.last, phrase.last - 1):
        if killed and words[at] == "الي" and phrase.starts("size", at, 2) is None:
            number = read_number(phrase.reading.tokens, at + 1, phrase.last) if may_start(words[at + 1]) else None
            if number is not None and not phrase.of("compare", "before", "year_before"):
                return True
    return False


def off_subject(phrase: Phrase, pivot: Pivot, has_subject: bool) -> RefusalReason | None:
    """Why the change is not one of the violence: it is of prices or strength, of a match, of nothing named."""
    for found in (*phrase.of("beside"), *phrase.of("vague")):
        if found.word.reason and (pivot.last <= found.first < pivot.last + _BESIDE_REACH or not has_subject):
            return found.word.reason
    if _is_toll(phrase, pivot):
        return "toll"
    reading = phrase.reading
    cues = (reading.lexicon.cues[hit.entry].cue for hit in reading.within("cues", phrase.first, phrase.last))
    if not {"sport", "metaphor"}.isdisjoint(cues):
        return "not_violence"
    if has_subject:
        return None
    if _moves(phrase, pivot):
        return "no_change"
    # "ازداد عدد المضربين عن الطعام": a number of something that is no violence.
    counted = pivot.last < phrase.last and reading.tokens.words[pivot.last] in _NUMBERS
    return "not_violence" if counted else "no_measure"


def _moves(phrase: Phrase, pivot: Pivot) -> bool:
    """ "تراجع الجيش من مواقعه": forces that go back themselves, and no violence that does."""
    after = find_candidates(phrase.reading, pivot.last, phrase.last)[:1]
    return any(one.fights and one.first == pivot.last for one in after)
