"""People counted: the groups of people a head of harm may be followed by, each with its number.

"7 من عناصر", "جنديين", "جندي", "مدنيين", "خمسة آخرين": by a number and a noun, by the noun's own number, or by a bare plural (codebook,
"Slots").
"""

from msgspec import Struct

from isnad.coding.persons import person_at
from isnad.coding.reading import Reading
from isnad.lexicon.matching import Hit
from isnad.text.numerals import Quantity

BARE_PLURAL = 3
STOPS = frozenset(
    "الي ان التي الذي الذين اثر جراء بعد قبل بانفجار نتيجه خلال عندما حين منذ قرب بسبب فيما بينما كما ضد".split()
)
PARTS = frozenset({"بينهم", "بينهن", "بينها", "بينهما", "منهم", "منهن", "ضمنهم", "ضمنهن"})
"""Words that begin a part of a number told before; "و" or "ف" may stand before them."""
_AGES = frozenset({"عمره", "عمرها", "العمر", "اعمارهم"})
_ONE = frozenset({"واحد", "واحده", "وحيد", "وحيده"})
_NO_MORE = _ONE | {"بين", "مابين"}  # no "و" before a number; "2700 شخص مابين رجل وامرأة"
_ONE_OF = frozenset({"احد", "احدي", "احدهم", "احدهما", "احداهن"})
_OTHERS = frozenset({"اخرون", "اخرين", "اخر", "الاخر", "اخران", "واخرين", "غيرهم"})


class Group(Struct, frozen=True, gc=False):
    """People named together: their number, the words [first, last), who they are, the rule that found them, the number used."""

    low: int
    high: int | None
    approximate: bool
    first: int
    last: int
    sentence: int
    group: str
    form: str
    core: int


def coordinated(reading: Reading, index: int, numbers: list[Quantity], used: set[int], limit: int) -> int | None:
    """Where a further group begins soon after one: "و5 من الشرطة", "وجنديين"; adjectives and names in between are passed."""
    words = reading.tokens.words
    for at in range(index, min(limit, index + 6)):
        word = words[at]
        beside = _beside(words, at, limit)
        if beside:
            group = group_at(reading, beside, numbers, used, limit)
            return beside if group is not None and (group.group or group.form == "head+name") else None
        if reading.at("harms", at) or reading.at("triggers", at) or reading.at("sayings", at) or word in STOPS:
            return None
        if word.lstrip("وف") in PARTS or word in _NO_MORE:
            return None
        if word == "و" and at + 1 < limit and group_at(reading, at + 1, numbers, used, limit) is not None:
            return at + 1  # "و 48 شرطيا", parted
        if (
            word[0] == "و"
            and len(word) > 1
            and not _own_letter(reading, at)
            and group_at(reading, at, numbers, used, limit) is not None
        ):
            return at
        if reading.at("cues", at):
            return None
    return None


def _own_letter(reading: Reading, at: int) -> bool:
    """Is the "و" the first letter of a noun for people: "وزير"."""
    noun = reading.at("people", at)
    return noun is not None and not noun.prefix


_BESIDE = (("الي", "جانب"), ("بالاضافه", "الي"), ("اضافه", "الي"), ("فضلا", "عن"))


def _beside(words: list[str], at: int, limit: int) -> int:
    """The word after "إلى جانب" and the like at word `at`, which join as "و" does; 0 where they do not stand there."""
    return at + 2 if at + 2 < limit and (words[at], words[at + 1]) in _BESIDE else 0


def group_at(reading: Reading, index: int, numbers: list[Quantity], used: set[int], limit: int) -> Group | None:
    """The people named at word `index`: number and noun, noun with its own number, or a bare number of people."""
    sentence = reading.sentence_of[index]
    number = next((q for q in numbers if q.first == index or (q.core == index)), None)
    if number is not None:
        if number.core in used or _not_people(reading, number, limit) or _no_people(reading, number):
            return None
        noun = _noun_after(reading, number.last, limit)
        group = reading.lexicon.people[noun.entry].group if noun else ""
        last = noun.last if noun else number.last
        floor = floor_after(reading, last, limit)
        high = None if floor else number.high
        return Group(
            number.low,
            high,
            number.approximate,
            number.first,
            floor or last,
            sentence,
            group,
            "head+number",
            number.core,
        )
    if reading.tokens.words[index].removeprefix("و") in _ONE_OF:
        return _one_of(reading, index, limit)
    noun = reading.at("people", index)
    if noun is not None and noun.prefix in ("", "و", "ل"):
        return _unnumbered(reading, noun, sentence)
    return _named(reading, index, limit, sentence) if noun is None else None


def _named(reading: Reading, index: int, limit: int, sentence: int) -> Group | None:
    """A person called by the name: one (codebook: "named persons are counted")."""
    name = reading.at("names", index)
    if name is None or name.prefix not in ("", "و", "ل"):
        return None
    last = person_at(reading, name, limit)
    return Group(1, 1, False, index, last, sentence, "", "head+name", index) if last > index else None


def _one_of(reading: Reading, index: int, limit: int) -> Group:
    """One of several: "أحد المدنيين", "أحدهم"."""
    noun = reading.at("people", index + 1) if index + 1 < limit else None
    group = reading.lexicon.people[noun.entry].group if noun else ""
    last = noun.last if noun else index + 1
    return Group(1, 1, False, index, last, reading.sentence_of[index], group, "head+one", index)


def floor_after(reading: Reading, index: int, limit: int) -> int:
    """The end of "على الأقل" within three words of a counted noun ("14 جنديا أفغانيا على الأقل"); 0 where it is not there."""
    words = reading.tokens.words
    index += index < limit and words[index] in _ONE  # "شخص واحد على الأقل"
    for at in range(index, min(limit - 1, index + 4)):
        following = reading.at("harms", at)
        if following is not None and following.prefix:
            return 0  # "ثلاثة أشخاص وجرح ستة على الأقل"
        if words[at] == "علي" and words[at + 1] in ("الاقل", "اقل"):
            return at + 2
        if any(number.core == at for number in reading.quantities_within(at, at + 1)):
            return 0  # "10 جنود و18 مسلحا على الأقل": it bounds the second number
    return 0


def _unnumbered(reading: Reading, noun: Hit, sentence: int) -> Group | None:
    """People without a number: "جندي" is one, "جنديين" two, "جنود" three or more; "القيادي" one."""
    people = reading.lexicon.people[noun.entry]
    words = reading.tokens.words
    bounds: tuple[int, int | None] | None = None
    pos = noun.pos
    if words[noun.first].lstrip("و") in _OTHERS:
        several = noun.first > 0 and words[noun.first - 1] == "عدد"
        bounds = (1, 1) if words[noun.first].endswith("اخر") and not several else (BARE_PLURAL, None)
    elif noun.pos == "dual" and noun.article and words[noun.first].endswith("ين"):
        bounds, pos = (BARE_PLURAL, None), "plural"  # "العاملين": written alike, and seldom two
    elif (noun.last < len(words) and words[noun.last] in ("اثنين", "اثنان", "اتنين")) or noun.pos == "dual":
        bounds, pos = (2, 2), "dual"
    elif noun.pos == "plural":
        bounds = None if noun.article and people.group in ("forces", "fighters") else (BARE_PLURAL, None)
    elif noun.pos in ("noun", "dual"):
        bounds = (1, 1) if noun.pos == "noun" and people.alone else (BARE_PLURAL, None)
    if bounds is None:
        return None
    floor = floor_after(reading, noun.last, reading.edges[sentence][1]) if bounds[0] == bounds[1] else 0
    return Group(
        bounds[0],
        None if floor else bounds[1],
        False,
        noun.first,
        floor or noun.last,
        sentence,
        people.group,
        f"head+{pos}",
        noun.first,
    )


_UNITS = frozenset(
    "دولار دولارا يوما يوم ايام شهر اشهر شهرا عام اعوام سنه سنوات ساعه ساعات دقيقه دقايق كيلومتر كيلومترا كم متر مترا "
    "صاروخ صاروخا صواريخ قذيفه قذايف سياره سيارات غاره غارات طايره طايرات منزل منازل قريه قري مره مرات بالميه طن طنا "
    "هجوم هجوما هجمات عمليه عمليات اليه اليات دبابه دبابات موقع مواقع مبني مليار".split()
)


def _not_people(reading: Reading, number: Quantity, limit: int) -> bool:
    """Does a number count something other than people, or only say "one of"."""
    words = reading.tokens.words
    if _is_year(reading, number, limit):
        return True
    if number.last < limit:
        after = words[number.last]
        if after == "من" and number.last + 1 < limit and words[number.last + 1] in _AGES:
            return True
        if after in _UNITS or reading.at("facilities", number.last) or reading.at("weapons", number.last):
            return reading.at("people", number.last) is None
        if reading.tokens.gap(number.last - 1).startswith("%"):
            return True
    return False


def _is_year(reading: Reading, number: Quantity, limit: int) -> bool:
    """Is it a bare number of four digits such as years have ("حربي 1956 و1967"), with no people after it."""
    if not _YEARS[0] <= number.low <= _YEARS[1] or number.low != number.high:
        return False
    digits = reading.tokens.words[number.core].lstrip("و").isdecimal()
    return digits and _noun_after(reading, number.last, limit) is None


_YEARS = (1900, 2099)


def _no_people(reading: Reading, number: Quantity) -> bool:
    """Is the number one that describes ("عائلة واحدة"), or governed by "ب", so that it tells the means ("بعدة طلقات")."""
    word = reading.tokens.words[number.first]
    return word in _ONE or (len(word) > 3 and word[0] == "ب" and not word.startswith("بضع"))


def _noun_after(reading: Reading, index: int, limit: int) -> Hit | None:
    """The noun for people a number counts: right after it, or after "من"."""
    words = reading.tokens.words
    for at in (index, index + 1, index + 2):
        if at >= limit:
            return None
        noun = reading.at("people", at)
        if noun is not None:
            return noun
        if at > index and words[at - 1] != "من" and words[at] != "من":
            return None
    return None
