"""Attribution: who is credited with which words of a report, through whom (codebook, `according_to`, "Statements").

Four patterns, all driven by `sayings.yaml`: a verb with its subject after or before it ("قال مصدر إن", "مصادر قالت"), a
phrase ("بحسب", "وفقا لـ"), relaying ("نقلت الصحيفة عن مصادر"), and a name with a colon. A verb without a subject carries
the last speaker on ("وأضاف أن").
"""

from collections.abc import Iterator

from msgspec import Struct

from isnad.coding.reading import Reading
from isnad.coding.subjects import (
    LONGEST,
    LONGEST_NAME,
    THAT,
    Speaker,
    has_source,
    opens_content,
    parted,
    plausible,
    skip_manner,
    subject_after,
    subject_before,
    trim,
)
from isnad.lexicon.entries import Saying
from isnad.lexicon.matching import Hit

_WAS = frozenset("كان كانت وكان وكانت كانوا وكانوا".split())
_MANNER = frozenset("حسبما كما وفقما حسب بحسب وفق ما علي".split())
_LEADING = frozenset("ان بان عن الي".split())
_LEAST = 4
_PLURAL = ("وا", "ون")  # a verb in the plural follows its subject: of "أعلنوا التوبة" repentance says nothing
_OBLIQUE = 6  # letters of a plural in -in at least: shorter words are names and adjectives ("علي", "أمين")
_LED_IN = frozenset({"ل", "به", "بها"})
_AIMED = frozenset({"accusation", "call"})
_NOUNS = frozenset({"singular", "plural", "dual"})


class Attribution(Struct, frozen=True, gc=False):
    """Words [start, end) are credited to the last of `chain`, through those before it.

    `verb` is the word index of the verb or phrase; `saying` its entry; `that` whether "أن" or a colon opens the content.
    """

    sentence: int
    verb: int
    verb_last: int
    saying: int
    pattern: str
    chain: tuple[Speaker, ...]
    start: int
    end: int
    that: bool


def find_attributions(reading: Reading) -> list[Attribution]:
    """All attributions of a report in order."""
    found: list[Attribution] = []
    last: Speaker | None = None
    for sentence in range(len(reading.sentences)):
        for attribution in _of_sentence(reading, sentence, last):
            found.append(attribution)
            if attribution.chain:
                last = attribution.chain[-1]
    return found


def _of_sentence(reading: Reading, sentence: int, last: Speaker | None) -> Iterator[Attribution]:
    first, end = reading.edges[sentence]
    reach = first
    colon = _colon(reading, sentence, first, end)
    if colon is not None:
        yield colon
    for hit in _sayings(reading, first, end):
        if hit.first < reach:
            continue
        saying = reading.lexicon.sayings[hit.entry]
        made = _attribution(reading, hit, saying, sentence, last)
        if made is not None:
            yield made
            last = made.chain[-1] if made.chain else last
            reach = max(hit.last, made.start if made.start > hit.first else hit.last)


def _sayings(reading: Reading, first: int, end: int) -> list[Hit]:
    """Verbs and phrases of saying, the longest reading at each word."""
    hits = sorted(reading.within("sayings", first, end), key=lambda h: (h.first, -h.last, h.entry))
    kept: list[Hit] = []
    for hit in hits:
        if hit.pronoun and hit.last - hit.first == 1 and reading.span(hit.first, hit.last).text.endswith("ة"):
            continue  # "إضافة", "حملة": a noun, folded like a verb with its object
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept


def _attribution(reading: Reading, hit: Hit, saying: Saying, sentence: int, last: Speaker | None) -> Attribution | None:
    first, end = reading.edges[sentence]
    if saying.pattern == "medium":
        return None
    if saying.pattern == "according":
        return _according(reading, hit, sentence)
    if saying.pattern == "relay":
        return _relay(reading, hit, sentence)
    led = reading.tokens.words[hit.first - 1].lstrip("و") if hit.first > first else ""
    speaker, at = _told_by(reading, hit, saying, first, end)
    that = at < end and opens_content(reading, at)
    manner = led in _MANNER and not (led == "كما" and that)
    if speaker is None and manner:
        speaker = _named_alone(reading, hit.last, end)
    elif not manner and (speaker is None or hit.pos != "form"):
        before = subject_before(reading, hit, first)
        if speaker is None or (before is not None and _heads_clause(reading, before, hit, first)):
            speaker = before
    if speaker is None and (that or hit.pos == "form" or saying.kind in _AIMED) and last is not None:
        speaker = Speaker(last.first, last.last, last.skip, True)
    if speaker is None or (hit.pos in _NOUNS and not that):  # "بعد إعلان الوزير أن", but not "الإعلان العالمي"
        return None
    if not that and not manner and saying.stance == "asserts" and not has_source(reading, speaker):
        return None
    chain = _with_source(reading, speaker, at) or _with_recipient(reading, speaker, at)
    start = first if manner else _content_start(reading, at, end)
    stop = hit.first - 1 if manner else _content_end(reading, start, end)
    if manner and stop - start < _LEAST and sentence:  # "وذلك حسب ما ذكره شهود": it credits the sentence before
        start, stop = reading.edges[sentence - 1]
    return Attribution(
        sentence, hit.first, hit.last, hit.entry, "manner" if manner else "verb", chain, start, stop, that
    )


def _told_by(reading: Reading, hit: Hit, saying: Saying, first: int, end: int) -> tuple[Speaker | None, int]:
    """Who says it, by the words led by "كان" or those after the verb, and the word where the content begins."""
    led_by = _subject_led(reading, hit, first)
    if led_by is not None or (hit.pos == "form" and saying.stance != "announces"):
        return led_by, skip_manner(reading, hit.last, end)  # "مضيفا", "مشيرا إلى": the subject stands before
    if hit.pos == "verb" and reading.tokens.words[hit.first].endswith(_PLURAL):
        return None, skip_manner(reading, hit.last, end)
    speaker, at = subject_after(reading, hit.last, end)
    if speaker is None or saying.kind not in _AIMED:
        return speaker, at
    return None if _is_object(reading, speaker.first) else _before_object(reading, speaker), at


def _is_object(reading: Reading, index: int) -> bool:
    """Is the word after a verb whom it is aimed at, by its ending: "دعا مناصري الحركة", "اتهم المسؤولين"."""
    word = reading.tokens.words[index]
    return len(word) >= _OBLIQUE and (word.endswith("ين") or (word.endswith("ي") and not word.startswith("ال")))


def _before_object(reading: Reading, speaker: Speaker) -> Speaker:
    """The subject of a verb that takes whom it is aimed at: "اتهمت الحركة الجيش" is said by the first party alone."""
    known = sorted(
        (hit for kind in ("actors", "sources") for hit in reading.within(kind, speaker.first, speaker.last)),
        key=lambda hit: (hit.first, -hit.last),
    )
    reach, named = speaker.first, False  # how far the parties before this one go, and whether the last is on record
    for hit in known:
        definite = reading.tokens.words[hit.first].startswith("ال")
        if hit.first >= reach > speaker.first and not hit.prefix and (definite or (named and hit.kind == "actors")):
            return Speaker(speaker.first, hit.first, speaker.skip, speaker.carried)
        if hit.last > reach:
            reach, named = hit.last, hit.kind == "actors"
    return speaker


def _subject_led(reading: Reading, hit: Hit, first: int) -> Speaker | None:
    """The subject between "كان" and its verb ("وكان المتحدث قد قال"), or right before it at the head of a clause."""
    words = reading.tokens.words
    end = hit.first - 1 if hit.first > first and words[hit.first - 1] in ("قد", "وقد") else hit.first
    for index in range(end - 1, max(first - 1, end - LONGEST), -1):
        if words[index] in _WAS:
            last = trim(reading, index + 1, end) if index + 1 < end else end
            found = index + 1 < last and plausible(reading, index + 1, last, -1)
            return Speaker(index + 1, last, 0) if found else None
        if reading.at("sayings", index) is not None:
            break
    return None


def _heads_clause(reading: Reading, speaker: Speaker, hit: Hit, first: int) -> bool:
    """Does a subject right before its verb open the clause: "أن القوات أبلغت المسؤولين أن"; then what follows is told it."""
    if speaker.last != hit.first or hit.pos == "form":
        return False
    return speaker.first == first or reading.tokens.words[speaker.first - 1] in THAT


def _content_start(reading: Reading, at: int, end: int) -> int:
    return min(at + 1, end) if at < end and reading.tokens.words[at] in _LEADING else min(at, end)


def _content_end(reading: Reading, start: int, end: int) -> int:
    """To the end of the sentence, or of the quotation that opens the content."""
    if start >= end:
        return end
    position = reading.tokens.starts[start]
    quotation = reading.quotation_at(position)
    if quotation is not None and position - quotation.start <= 2:
        _, last = reading.tokens.between(quotation.start, quotation.end)
        return max(last, start + 1)
    return end


def _according(reading: Reading, hit: Hit, sentence: int) -> Attribution | None:
    """ "بحسب X", "وفقا لـX": the whole sentence, the phrase itself left out when it opens or closes it."""
    first, end = reading.edges[sentence]
    if hit.last >= end or reading.tokens.words[hit.last] in ("ما", "قوله", "قولها", "تعبيره"):
        return None
    if reading.at("sayings", hit.last) is not None:  # "كما أعلنت إيساف": the verb that follows tells who
        return None
    speaker, _ = subject_after(reading, hit.last, end)
    if speaker is None or not has_source(reading, speaker):
        speaker = _named_alone(reading, hit.last, end)
    if speaker is None:
        return None
    word = reading.tokens.words[speaker.first]
    skip = (
        1 if len(word) > 1 and word.startswith("ل") and not word.startswith(("لا", "لج", "لق", "لو")) else speaker.skip
    )
    source = reading.at("sources", speaker.first) or reading.at("actors", speaker.first)
    skip = len(source.prefix) if source and source.prefix == "ل" and not word.startswith("لل") else skip
    chain = (Speaker(speaker.first, speaker.last, skip),)
    if hit.first - first <= 3 and speaker.last < end:  # it opens the sentence, and something follows
        return Attribution(sentence, hit.first, hit.last, hit.entry, "according", chain, speaker.last, end, False)
    return Attribution(sentence, hit.first, hit.last, hit.entry, "according", chain, first, hit.first, False)


def _named_alone(reading: Reading, at: int, end: int) -> Speaker | None:
    """A name of a few words that a clause ends with: "وفقا للعامري."."""
    at += at < end and reading.tokens.words[at] in _LED_IN  # "وفقا لـ «صوت الوادي»", "حسبما أفاد به سالم علي"
    for last in range(at + 1, min(end, at + LONGEST_NAME) + 1):
        if last == end or parted(reading, last):
            return Speaker(at, last, 1 if reading.tokens.words[at].startswith("لل") else 0)
    return None


def _relay(reading: Reading, hit: Hit, sentence: int) -> Attribution | None:
    """ "نقلت الصحيفة عن مصادر أن": outlet first, then its source."""
    first, end = reading.edges[sentence]
    words = reading.tokens.words
    index = hit.last
    if words[hit.last - 1] != "عن":
        while index < min(end, hit.last + 8) and words[index] != "عن":
            index += 1
        if index >= min(end, hit.last + 8):
            return _plain_relay(reading, hit, sentence)
        outlet = Speaker(hit.last, index) if index > hit.last else subject_before(reading, hit, first)
        index += 1
    else:
        outlet = subject_before(reading, hit, first)
    speaker, at = subject_after(reading, index, end)
    if speaker is None:
        return None
    chain = (outlet, speaker) if outlet is not None else (speaker,)
    start = _content_start(reading, at, end)
    that = at < end and opens_content(reading, at)
    if not that and hit.first - first > 6:
        return Attribution(sentence, hit.first, hit.last, hit.entry, "relay", chain, first, hit.first, False)
    return Attribution(sentence, hit.first, hit.last, hit.entry, "relay", chain, start, end, that)


def _plain_relay(reading: Reading, hit: Hit, sentence: int) -> Attribution | None:
    """ "أوردت الصحيفة أن": a relaying verb used as one of saying."""
    _, end = reading.edges[sentence]
    speaker, at = subject_after(reading, hit.last, end)
    if speaker is None or not has_source(reading, speaker):
        return None
    start = _content_start(reading, at, end)
    return Attribution(sentence, hit.first, hit.last, hit.entry, "relay", (speaker,), start, end, at < end)


def _with_source(reading: Reading, speaker: Speaker, at: int) -> tuple[Speaker, ...]:
    """ "ذكرت الوكالة نقلا عن مصادر أن": the outlet, then its source; () where none stands before the content.

    "قال الناطق في تصريحات نقلتها الوكالة إن" has the two the other way round.
    """
    for hit in reading.within("sayings", speaker.last, at):
        if reading.lexicon.sayings[hit.entry].pattern == "relay" and reading.tokens.words[hit.last - 1] == "عن":
            source, _ = subject_after(reading, hit.last, min(at + 1, len(reading.tokens)))
            return (speaker, source) if source is not None else ()
        if hit.pronoun and reading.lexicon.sayings[hit.entry].stance == "asserts":
            outlet, _ = subject_after(reading, hit.last, min(at + 1, len(reading.tokens)))
            if outlet is not None and _is_outlet(reading, outlet.first):
                return (outlet, speaker)
    return ()


def _with_recipient(reading: Reading, speaker: Speaker, at: int) -> tuple[Speaker, ...]:
    """ "قال مصدر لوكالة X": the outlet told is nearer to the report than the source."""
    words = reading.tokens.words
    for index in range(speaker.first + 1, max(speaker.last, at)):
        if words[index][0] != "ل":
            continue
        head = index + 1 if words[index] == "ل" else index  # "لـ «صوت الوادي»"
        if head >= len(words) or not (_is_outlet(reading, head) or _quoted_outlet(reading, head, index)):
            continue
        skip = 1 if head == index and not words[index].startswith("لل") else 0
        last = speaker.last
        if head >= speaker.last:
            named = reading.at("actors", head) or reading.at("sources", head)
            last = max(head + 1, trim(reading, head, min(at, head + LONGEST_NAME))) if named is None else named.last
        own = Speaker(speaker.first, min(index, speaker.last), speaker.skip, speaker.carried)
        return (Speaker(head, last, skip), own)
    return (speaker,)


def _is_outlet(reading: Reading, index: int) -> bool:
    """Does an outlet begin here: one on record, a noun for one, or a name with such a noun after it ("سومر برس")."""
    actor = reading.at("actors", index)
    if actor is not None:
        return reading.lexicon.actors[actor.entry].kind == "media"
    noun = reading.at("sources", index) or (
        reading.at("sources", index + 1) if not reading.at("people", index) else None
    )
    return (noun is not None and not noun.prefix and reading.lexicon.sources[noun.entry].id == "outlet") or (
        noun is not None and noun.first == index and reading.lexicon.sources[noun.entry].id == "outlet"
    )


def _quoted_outlet(reading: Reading, index: int, before: int) -> bool:
    """Is it a name in quotes after a lone "ل", of nobody on record: whom a source talks to is an outlet."""
    if index == before or reading.at("actors", index) is not None:
        return False
    return reading.quotation_at(reading.tokens.starts[index]) is not None


def _colon(reading: Reading, sentence: int, first: int, end: int) -> Attribution | None:
    """A heading "X: …" whose X is a known speaker."""
    for index in range(first, min(end, first + 7)):
        if ":" in reading.tokens.gap(index) and index + 1 < end:
            if reading.within("sayings", first, index + 1) or reading.within("triggers", first, index + 1):
                return None
            speaker = Speaker(first, index + 1)
            if not has_source(reading, speaker):
                return None
            return Attribution(sentence, first, first, -1, "colon", (speaker,), index + 1, end, True)
    return None
