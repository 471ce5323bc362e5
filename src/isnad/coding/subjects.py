"""Subjects: the words that name who speaks, before or after a verb of saying, and where the content begins."""

from msgspec import Struct

from isnad.coding.reading import Reading
from isnad.lexicon.matching import Hit

THAT = frozenset(
    "ان انه انها انهم انهن بانهن انهما بان بانه بانها بانهم انني اننا ا ما بما فان فانه فانها فانهم".split()
)
_ENDERS = frozenset(
    "في خلال عبر علي اليوم امس الي بعد قبل حول بشان ردا تعليقا عقب اثر لدي مساء صباح فجر حيث عندما الذي التي الاحد الاثنين "
    "الثلاثاء الاربعاء الخميس الجمعه السبت يوم من جراء بخصوص عما ضمن وجود كما حين لكن كان كانت قد قوله قولها قولهم تاكيده "
    "تاكيدها تاكيدهم عن رفض طلب فضل اشترط الذين اللذين الاسبوع الشهر موخرا وقوع مقتل".split()
)
_BELONGING = frozenset("في من".split())
_OWNERS = ("sources", "actors", "people", "facilities")
_PARTING = frozenset(":،,؛\n")
_OPENING = frozenset('“«"')
LONGEST = 14
LONGEST_NAME = 4
_HEAD = 4
_ADVERBS = frozenset(
    "حينها سابقا ايضا بدوره بدورها كذلك حينيذ انذاك لاحقا موخرا رسميا كل من امس اليوم به بها بهم فيه فيها عنه عنها عنهم له لها "
    "لهم عليه عليها اليه اليها".split()
)
_TOLD_OF = frozenset(
    "التابع التابعه تابع تابعه الصادر الصادره صادر صادره صدر صدرت يدعي تدعي ويدعي وتدعي ومقره ومقرها".split()
)
_BUT = frozenset("لكن ولكن اما بينما فيما".split())
_COMMAS = frozenset("،,")
_APPOSED, _TITLED = 10, 4


class Speaker(Struct, frozen=True, gc=False):
    """The words [first, last) that name who speaks; `skip` letters of clitics before them; whether it was carried on."""

    first: int
    last: int
    skip: int = 0
    carried: bool = False


def opens_content(reading: Reading, at: int) -> bool:
    """Does "أن", a colon or a quotation mark open the content at word `at`."""
    if reading.tokens.words[at] in THAT:
        return True
    gap = reading.tokens.gap(at - 1) if at else ""
    return ":" in gap or (not _OPENING.isdisjoint(gap) and not _names_in_quotes(reading, at))


def subject_after(reading: Reading, at: int, end: int) -> tuple[Speaker | None, int]:
    """The subject that follows a verb and the word where the content begins."""
    words = reading.tokens.words
    while at < end and words[at] in _ADVERBS:  # "قال حينها قائد الوحدة"
        at += 1
    index = at
    limit = min(end, at + LONGEST)
    while index < limit:
        word = words[index]
        if word in THAT or (index > at and parted(reading, index)):
            break
        ends = word in _ENDERS or word.lstrip("و") in _ENDERS
        if index > at and ends and not _belongs(reading, at, index, end) and not _opens_name(reading, index):
            break
        if index > at and word[0] == "ب" and _is_medium(reading, index):
            break
        if reading.at("triggers", index) or reading.at("harms", index):
            break
        if reading.at("sayings", index) and reading.at("sources", index) is None:  # "متحدثة" says and is one who does
            break
        if index == at and (word in _ENDERS or parted(reading, index)):
            break
        index += 1
    last = _party_end(reading, at, _before_bracket(reading, at, index))
    while last > at and words[last - 1] == "ل":  # "مصدر لـ «صوت الوادي»"
        last -= 1
    if last == at:
        return None, skip_manner(reading, at, end)
    if not plausible(reading, at, last, end):
        return None, at
    last = _with_apposition(reading, at, last, end)
    skip = 1 if words[at][0] == "ل" and words[at].startswith("لل") else 0
    return Speaker(at, last, skip), skip_manner(reading, last, end)


def _with_apposition(reading: Reading, first: int, last: int, end: int) -> int:
    """The end of a speaker with what stands between commas: "ناطق عسكري، العقيد سالم، إن", "سالم علي، أحد القادة، إن"."""
    for _ in range(2):
        if last >= end or _COMMAS.isdisjoint(reading.tokens.gap(last - 1)) or opens_content(reading, last):
            return last
        stop = _apposed(reading, last, min(end, last + _APPOSED))
        closed = stop < end and (opens_content(reading, stop) or parted(reading, stop) or _begins_aside(reading, stop))
        if stop == last or not closed:
            return last
        named = stop - last <= _TITLED and has_role(reading, first) and reading.at("actors", last) is None
        if not named and not (has_role(reading, last) and last - first <= _TITLED + 1):
            return last
        last = stop
    return last


def _apposed(reading: Reading, first: int, end: int) -> int:
    """The end of the words between commas that may go on naming a speaker."""
    words = reading.tokens.words
    for index in range(first, end):
        if words[index] in THAT or (index > first and (parted(reading, index) or _begins_aside(reading, index))):
            return index
        if (words[index] in _ENDERS or words[index].lstrip("و") in _ENDERS) and not _belongs(
            reading, first, index, end
        ):
            return index
        if any(reading.at(kind, index) for kind in ("triggers", "harms")):
            return first
        if reading.at("sayings", index) and reading.at("sources", index) is None:
            return first
    return end


def _begins_aside(reading: Reading, index: int) -> bool:
    """Does "لوكالة", "في بيان" begin here: whom it was told, by what means."""
    word = reading.tokens.words[index]
    if word in _ENDERS:
        return True
    hit = reading.at("actors", index) or reading.at("sources", index)
    return word == "ل" or (hit is not None and hit.prefix in ("ل", "ب"))


def has_role(reading: Reading, index: int) -> bool:
    """Does a word for an office or a rank begin here: "وزير", "أحد قادة", "العقيد"."""
    source = reading.at("sources", index)
    if source is not None and (
        reading.lexicon.sources[source.entry].kind == "official" or reading.lexicon.sources[source.entry].id == "one-of"
    ):
        return True
    person = reading.at("people", index)
    return person is not None and reading.lexicon.people[person.entry].group == "leaders"


def _party_end(reading: Reading, first: int, last: int) -> int:
    """The end of the name of a party on record with its adjectives; of other speakers the end as it was."""
    party = reading.at("actors", first)
    if party is None or party.pos != "name" or party.last >= last:
        return last
    index = party.last
    while index < last and (reading.at("states", index) or reading.tokens.words[index].startswith(("ال", "وال"))):
        index += 1
    return index


def _belongs(reading: Reading, first: int, index: int, end: int) -> bool:
    """Does "في" or "من" at word `index` tell whose source or official it is: "مصدر في الجيش", "عدد من الأهالي"."""
    if reading.tokens.words[index] not in _BELONGING or index + 1 >= end:
        return False
    source = reading.at("sources", first)
    if source is None or reading.lexicon.sources[source.entry].kind not in ("unnamed", "official"):
        return False
    owner = next((hit for kind in _OWNERS if (hit := reading.at(kind, index + 1)) is not None), None)
    if owner is None or owner.prefix:
        return False
    return owner.kind != "sources" or not reading.lexicon.sources[owner.entry].medium


def _before_bracket(reading: Reading, first: int, last: int) -> int:
    """The end of a phrase without a bracket that it opens and does not close ("حلف شمال الأطلسي (الناتو")."""
    for index in range(first, last - 1):
        if (
            "(" in reading.tokens.gap(index)
            and ")" not in reading.tokens.folded[reading.tokens.ends[index] : reading.tokens.ends[last - 1]]
        ):
            return index + 1
    return last


def skip_manner(reading: Reading, at: int, end: int) -> int:
    """Past "في بيان", "اليوم الثلاثاء", "لوكالة…" to "أن", a colon or a quotation mark within reach; else where it was."""
    told = False
    for index in range(at, min(end, at + LONGEST)):
        if told:  # "قال القائد الذي شارك في القتال: «…»": only a colon still opens what he said
            if ":" in reading.tokens.gap(index - 1):
                return index
        elif reading.tokens.words[index] in ("ان", "بان", "انه", "انها", "بانه", "بانها", "انهم") or (
            index > at and opens_content(reading, index)
        ):
            return index
        told = told or reading.at("triggers", index) is not None or reading.at("harms", index) is not None
    return at


def parted(reading: Reading, index: int) -> bool:
    """Does a sign that parts phrases, or a quotation that is speech, stand before word `index`."""
    gap = reading.tokens.gap(index - 1) if index else ""
    if gap == " ":
        return False
    return not _PARTING.isdisjoint(gap) or (not _OPENING.isdisjoint(gap) and not _names_in_quotes(reading, index))


def _names_in_quotes(reading: Reading, index: int) -> bool:
    """Is word `index` inside or right after a short quotation that is a name (صحيفة «الشرق الأوسط») rather than speech."""
    for at in (index, index - 1):
        quotation = reading.quotation_at(reading.tokens.starts[at])
        if quotation is not None:
            first, last = reading.tokens.between(quotation.start, quotation.end)
            return last - first <= LONGEST_NAME and first > 0 and ":" not in reading.tokens.gap(first - 1)
    return False


def _opens_name(reading: Reading, index: int) -> bool:
    """Does a name in quotes open at word `index`, whatever the word: مصادر «عقب نيوز»."""
    return not _OPENING.isdisjoint(reading.tokens.gap(index - 1)) and _names_in_quotes(reading, index)


def _is_medium(reading: Reading, index: int) -> bool:
    source = reading.at("sources", index)
    return source is not None and reading.lexicon.sources[source.entry].medium


def plausible(reading: Reading, first: int, last: int, end: int) -> bool:
    """May these words name a speaker: a known noun or actor opens them, or up to four words stand before "أن"."""
    head = min(last, first + _HEAD)
    for kind in ("sources", "actors", "people", "states"):
        if any(hit.prefix in ("", "ل") for hit in reading.within(kind, first, head)):
            return True
    if last - first > LONGEST_NAME or last >= end:
        return False
    at = skip_manner(reading, last, end)
    return opens_content(reading, at)


def has_source(reading: Reading, speaker: Speaker) -> bool:
    """Does a noun for a source or a known actor stand in the speaker's words."""
    return any(reading.within(kind, speaker.first, speaker.last) for kind in ("sources", "actors"))


def subject_before(reading: Reading, hit: Hit, first: int) -> Speaker | None:
    """The subject before its verb: "مصادر أمنية قالت", "المرصد أكد", at the head of the clause."""
    clause = reading.clauses[hit.first]
    begin = hit.first
    while begin > first and reading.clauses[begin - 1] == clause and hit.first - begin < 8:
        begin -= 1
    for kind in ("sources", "actors"):
        for source in reading.within(kind, begin, hit.first):
            if source.prefix in ("", "و", "ف") and not reading.within("triggers", source.first, hit.first):
                last = trim(reading, source.first, hit.first)
                if last > source.first:
                    return Speaker(source.first, last, len(source.prefix))
    return _before_comma(reading, begin, first)


def _before_comma(reading: Reading, begin: int, first: int) -> Speaker | None:
    """A speaker that a sentence opens with, then a comma, then the verb at `begin`: "فرق الإنقاذ، أكدت أن"."""
    start = first + (reading.tokens.words[first] in _BUT) if first < begin else first
    if not 0 < begin - start <= LONGEST or _COMMAS.isdisjoint(reading.tokens.gap(begin - 1)):
        return None
    if any(reading.holds(kind, start, begin) for kind in ("triggers", "harms", "sayings")):
        return None
    opener = next((hit for kind in ("sources", "actors") if (hit := reading.at(kind, start)) is not None), None)
    if (
        opener is None
        or opener.prefix not in ("", "و", "ف")
        or any(parted(reading, at) for at in range(start + 1, begin))
    ):
        return None
    return Speaker(start, trim(reading, start, begin), len(opener.prefix))


def ends_phrase(reading: Reading, index: int) -> bool:
    """Does a noun phrase end before word `index`: at a preposition, a relative, a comma."""
    word = reading.tokens.words[index]
    return word in _ENDERS or word in ("وقد", "لقد") or parted(reading, index)


def ends_name(reading: Reading, index: int) -> bool:
    """Does a name end before word `index`: at the end of a phrase, or where it is told whose it is or what it is called."""
    return reading.tokens.words[index] in _TOLD_OF or ends_phrase(reading, index)


def trim(reading: Reading, first: int, last: int) -> int:
    """The end of a noun phrase that begins at `first`: before a preposition, a relative or "قد"."""
    for index in range(first + 1, last):
        if ends_phrase(reading, index):
            return index
    return last
