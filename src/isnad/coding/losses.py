"""Losses: how many people were killed, wounded, captured or got away, with the words that say so.

Forms (codebook, "Slots"): a number before a victim noun ("140 قتيلا", "قتيلان"), a number or a phrase for people after
a noun or verb of harm ("مقتل 7 من عناصر", "قتل جندي"), people before the verb ("12 متشددا قتلوا"), joint heads ("مقتل
وإصابة العشرات"), named persons, bare plurals.
"""

from collections.abc import Iterator

from msgspec import Struct

from isnad.coding.counted import BARE_PLURAL, STOPS, Group, coordinated, floor_after, group_at
from isnad.coding.reading import Reading
from isnad.lexicon.matching import Hit
from isnad.text.numerals import Quantity

_REACH = 9
_SKIP = frozenset(
    "منهم بينهم حوالي نحو اكثر من ما لا يقل عن علي الاقل كل كلا وهم عدد في صفوف عناصر ايضا اليوم امس".split()
)


class Tally(Struct, frozen=True, gc=False):
    """A loss as found: its slot, bounds, the words [first, last), the sentence, the head word, and who suffered it.

    `group` is the people group of the victims, "" where not said; `form` names the rule that found it.
    """

    slot: str
    low: int
    high: int | None
    approximate: bool
    first: int
    last: int
    head: int
    sentence: int
    group: str
    form: str
    attackers: bool = False


def find_losses(reading: Reading, sentence: int) -> list[Tally]:
    """The losses told in one sentence, in order of their heads; a number is used once."""
    first, last = reading.edges[sentence]
    numbers = reading.quantities_within(first, last)
    harms = reading.within("harms", first, last)
    used: set[int] = set()
    found: list[Tally] = []
    denied = {hit.first for hit in harms if _none(reading, hit, first)}
    for hit in harms:  # victim nouns bind the number right before them, so they choose first
        if hit.first in denied:
            found += _zeros(reading, hit)
        elif _counts_victims(reading, hit):
            found += _of_victims(reading, hit, numbers, used, (first, last))
    for hit in harms:
        if not _counts_victims(reading, hit) and hit.first not in denied:
            found += _of_head(reading, hit, numbers, used, (first, last))
    return sorted(found, key=lambda tally: tally.head)


def _counts_victims(reading: Reading, hit: Hit) -> bool:
    """Is the word a noun for those who suffered, or for their number, rather than a head of harm."""
    return hit.pos.startswith("victim") or reading.lexicon.harms[hit.entry].id == "toll"


def _slot(reading: Reading, hit: Hit) -> str:
    return reading.lexicon.harms[hit.entry].slot


_NONE = frozenset({"لم", "دون", "عدم", "لا", "بدون", "ولا", "ولم", "بلا", "ليس", "تسجل", "يسجل"})
_BOTH = frozenset({"ضحايا", "خساير", "الضحايا"})


def _none(reading: Reading, hit: Hit, floor: int) -> bool:
    """Does the text say that nobody was harmed: "دون وقوع إصابات", "لم ترد أنباء عن ضحايا"."""
    before = reading.tokens.words[max(floor, hit.first - 6) : hit.first]
    return hit.pos in ("plural", "victim_plural") and any(word in _NONE for word in before)


def _zeros(reading: Reading, hit: Hit) -> Iterator[Tally]:
    slots = ("killed", "wounded") if reading.tokens.words[hit.first].lstrip("وب") in _BOTH else (_slot(reading, hit),)
    for slot in slots:
        yield _fixed(reading, slot, 0, 0, hit, "none")


def _of_victims(
    reading: Reading, hit: Hit, numbers: list[Quantity], used: set[int], edges: tuple[int, int]
) -> Iterator[Tally]:
    """ "140 قتيلا", "قتيلان", "سقوط قتلى وجرحى", "عشرات القتلى", "عدد القتلى إلى 45"."""
    slot = _slot(reading, hit)
    number = _ending_at(numbers, hit.first)
    if number is not None and number.core not in used:
        used.add(number.core)
        floor = floor_after(reading, hit.last, edges[1])
        yield _tally(reading, slot, number, hit, floor or hit.last, "number+victim", open_bound=bool(floor))
        return
    of = _ending_at(numbers, hit.first - 1) if reading.tokens.words[hit.first - 1 : hit.first] == ["من"] else None
    if of is not None and of.core not in used:  # "العشرات من الشهداء"
        used.add(of.core)
        yield _tally(reading, slot, of, hit, hit.last, "number+victim")
        return
    if hit.pos == "victim_dual":
        yield _fixed(reading, slot, 2, 2, hit, "dual")
        return
    after = _after_count(reading, hit, numbers, edges[1])
    if after is not None and after.core not in used:
        used.add(after.core)
        yield _tally(reading, slot, after, hit, after.last, "victims:number")
    elif hit.pos == "victim_plural" and not hit.article and not hit.pronoun and not _owned(reading, hit):
        yield _fixed(reading, slot, BARE_PLURAL, None, hit, "bare plural")
    elif hit.pos == "victim_plural" and not _owned(reading, hit):
        yield _fixed(reading, slot, BARE_PLURAL, None, hit, "the victims")
    elif hit.pos == "victim" and not hit.article and not hit.pronoun and hit.last - hit.first == 1:
        yield _fixed(reading, slot, 1, 1, hit, "singular")


def _after_count(reading: Reading, hit: Hit, numbers: list[Quantity], limit: int) -> Quantity | None:
    """The number after "عدد القتلى إلى", "حصيلة القتلى بلغت", "القتلى 45"."""
    words = reading.tokens.words
    if not (hit.article or _owned(reading, hit) or reading.lexicon.harms[hit.entry].id == "toll"):
        return None
    for number in numbers:
        if hit.last <= number.first <= hit.last + 12 and number.first < limit:
            between = words[hit.last : number.first]
            told = "بلغ" in between[-2:] or "بلغت" in between[-2:]
            if not between or between[-1] in ("الي", "نحو") or told:
                return number
    return None


def _owned(reading: Reading, hit: Hit) -> bool:
    """Is the noun governed by "عدد" or "حصيلة", so that it names a toll and not three people."""
    before = reading.tokens.words[hit.first - 1] if hit.first else ""
    return before.lstrip("وفبل") in ("عدد", "حصيله", "عددا", "اهالي", "ذوي", "اسر", "عايلات", "دماء", "جثامين")


def _of_head(
    reading: Reading, hit: Hit, numbers: list[Quantity], used: set[int], edges: tuple[int, int]
) -> Iterator[Tally]:
    """The people after a noun or verb of harm, or before a verb."""
    slot = _slot(reading, hit)
    partner = _joined_head(reading, hit)
    plural = reading.tokens.words[hit.first].endswith(("وا", "هم", "هما", "تلا", "يبا"))
    before = _people_before(reading, hit, numbers, used, edges[0]) if plural else []
    if before:  # a plural or dual verb follows its subject: "36 شخصا لقوا حتفهم"
        yield from _summed(slot, before, hit, False)
        return
    after = list(_people_after(reading, hit, numbers, used, edges[1]))
    if after:
        yield from _summed(slot, after, hit, partner is not None)
        if partner is not None:
            yield from _summed(_slot(reading, partner), after, partner, True)
        return
    if _names_person(reading, hit, edges[1]):
        yield _fixed(reading, slot, 1, 1, hit, "named")
        return
    led = reading.tokens.words[hit.first - 1] if hit.first > edges[0] else ""
    if led in ("الذي", "التي") and hit.pos in ("verb", "passive", "form") and not hit.pronoun.startswith("هم"):
        yield _fixed(reading, slot, 1, 1, hit, "relative")  # "زعيمه الذي قتل"
        return
    if hit.pos == "verb" and hit.pronoun in ("ه", "ها"):  # "فقتلاه"
        yield _fixed(reading, slot, 1, 1, hit, "pronoun")
        return
    if hit.pos in ("verb", "passive", "form"):
        before = _people_before(reading, hit, numbers, used, edges[0])
        if before:
            yield from _summed(slot, before, hit, partner is not None)


def _summed(slot: str, groups: list[Group], hit: Hit, joint: bool) -> Iterator[Tally]:
    """One loss for all coordinated groups: "مقتل 3 جنود وخمسة مدنيين" is 8."""
    high = None if any(g.high is None for g in groups) else sum(g.high or 0 for g in groups)
    low = sum(g.low for g in groups)
    if joint and high is not None:  # "مقتل وإصابة 25": between one and all but one of each
        low, high = 1, max(1, high - 1)
    kinds = {g.group for g in groups}
    yield Tally(
        slot,
        low,
        high,
        any(g.approximate for g in groups),
        groups[0].first,
        groups[-1].last,
        hit.first,
        groups[0].sentence,
        kinds.pop() if len(kinds) == 1 else "people",
        "joint" if joint else groups[0].form,
    )


def _joined_head(reading: Reading, hit: Hit) -> Hit | None:
    """The other head of harm that follows at once: "مقتل وإصابة"."""
    following = reading.at("harms", hit.last)
    if following is None or not following.prefix.startswith("و") or following.pos.startswith("victim"):
        return None
    alone = hit.pos in ("noun", "verb") and not hit.pronoun and not reading.tokens.words[hit.first].endswith("وا")
    return following if alone and following.pos == hit.pos else None


def _names_person(reading: Reading, hit: Hit, limit: int) -> bool:
    """Does a person's name follow a noun of death ("مقتل شكري بلعيد"): words that no lexicon knows, the head bare."""
    if hit.pos not in ("noun", "verb") or hit.article or hit.last >= limit or _slot(reading, hit) != "killed":
        return False
    index = hit.last
    word = reading.tokens.words[index]
    if word in ("القيادي", "القائد", "الشيخ", "الملا", "ابو", "زعيم", "قايد", "نجل", "شقيق"):
        return True
    known = any(reading.at(kind, index) for kind in _KINDS)
    plain = not known and word not in STOPS and word not in _SKIP and len(word) > 2 and word[:2] not in ("ال", "لل")
    gap = reading.tokens.gap(hit.last - 1)
    return hit.pos == "noun" and plain and gap.strip('"“«') == " " and word[0] not in "بلكوف"


_KINDS = ("people", "facilities", "actors", "states", "cues", "weapons", "triggers", "harms", "sources", "sayings")


def _people_after(reading: Reading, hit: Hit, numbers: list[Quantity], used: set[int], limit: int) -> Iterator[Group]:
    """The groups of people that follow a head, coordinated ones too."""
    index, words, started = hit.last, reading.tokens.words, False
    end = min(limit, index + _REACH)
    while index < end:
        group = group_at(reading, index, numbers, used, limit)
        if group is not None:
            yield group
            used.add(group.core)
            started, index = True, group.last
            continue_at = coordinated(reading, index, numbers, used, limit)
            if continue_at is None:
                return
            index, end = continue_at, min(limit, continue_at + 2)
            continue
        if (
            words[index] == "في"
            and not started
            and reading.at("triggers", index + 1)
            and hit.pos in ("verb", "passive")
        ):
            index += 2  # "وأصيب في الهجوم أكثر من ستين"
            end = min(limit, index + _REACH)
            continue
        if started or words[index] in STOPS or reading.at("triggers", index):
            return
        harm = reading.at("harms", index)
        if harm is not None and not (index == hit.last and harm.prefix.startswith("و")):
            return
        index += 1


def _people_before(reading: Reading, hit: Hit, numbers: list[Quantity], used: set[int], floor: int) -> list[Group]:
    """The groups before a verb in its clause: "إن 12 متشددا وخمسة مدنيين قتلوا"."""
    words = reading.tokens.words
    clause = reading.clauses[hit.first]
    groups: list[Group] = []
    index = max(floor, hit.first - 12)
    while index < hit.first:
        group = group_at(reading, index, numbers, used, hit.first) if reading.clauses[index] == clause else None
        close = group is not None and group.form in ("head+noun", "head+dual") and hit.first - group.last <= 1
        near = close and not groups
        if group is not None and (group.form == "head+number" or near) and reading.at("sayings", index) is None:
            joined = words[group.first][0] == "و"
            groups = [*groups, group] if joined and groups else [group]
            index = group.last
        else:
            if groups and (reading.at("harms", index) or reading.at("triggers", index)):
                groups = []
            index += 1
    for group in groups:
        used.add(group.core)
    return groups


def _ending_at(numbers: list[Quantity], index: int) -> Quantity | None:
    return next((q for q in numbers if q.last == index), None)


def _tally(
    reading: Reading, slot: str, number: Quantity, hit: Hit, last: int, form: str, *, open_bound: bool = False
) -> Tally:
    return Tally(
        slot,
        number.low,
        None if open_bound else number.high,
        number.approximate,
        min(number.first, hit.first),
        max(last, number.last),
        hit.first,
        reading.sentence_of[hit.first],
        "",
        form,
    )


def _fixed(reading: Reading, slot: str, low: int, high: int | None, hit: Hit, form: str) -> Tally:
    return Tally(slot, low, high, False, hit.first, hit.last, hit.first, reading.sentence_of[hit.first], "", form)
