"""Losses: how many people were killed, wounded, captured or got away, with the words that say so.

Forms (codebook, "Slots"): a number before a victim noun ("140 قتيلا", "قتيلان"), a number or a phrase for people after
a noun or verb of harm ("مقتل 7 من عناصر", "قتل جندي"), people before the verb ("12 متشددا قتلوا"), joint heads ("مقتل
وإصابة العشرات"), named persons, bare plurals, and nobody ("لم يسفر عن سقوط قتلى أو جرحى").
"""

from collections.abc import Iterator

import msgspec

from isnad.coding.counted import BARE_PLURAL, floor_after
from isnad.coding.harmed import tallies_of_head
from isnad.coding.reading import Reading
from isnad.coding.tallies import Tally, both_sides, counted_tally, fixed_tally
from isnad.lexicon.matching import Hit
from isnad.text.numerals import Quantity

_NONE = frozenset({"لم", "دون", "عدم", "لا", "بدون", "ولا", "ولم", "بلا", "ليس", "تسجل", "يسجل"})
_ALL_WORDS = frozenset({"ضحايا", "خساير"})
_OWNERS = frozenset({"عدد", "حصيله", "عددا", "اهالي", "ذوي", "اسر", "عايلات", "دماء", "جثامين"})


def find_losses(reading: Reading, sentence: int) -> list[Tally]:
    """The losses told in one sentence, in order of their heads; a number is used once."""
    first, last = reading.edges[sentence]
    harms = reading.within("harms", first, last)
    if not harms:
        return []
    numbers = _people_numbers(reading, first, last)
    used: set[int] = set()
    found: list[Tally] = []
    denied = _denied(reading, harms, first)
    for hit in harms:  # victim nouns bind the number right before them, so they choose first
        if hit.first in denied:
            found += _zeros(reading, hit)
        elif _counts_victims(reading, hit):
            found += _of_victims(reading, hit, numbers, used, (first, last), found)
    told = {hit.first for hit in harms if _counts_victims(reading, hit)}  # "20 قتيلا": victims, no "found dead"
    for hit in harms:
        if not _counts_victims(reading, hit) and hit.first not in denied and hit.first not in told:
            of_head = list(tallies_of_head(reading, hit, numbers, used, (first, last)))
            told.update(tally.head for tally in of_head)  # a joint head is told with its partner
            found += of_head
    found.sort(key=lambda tally: tally.head)
    return found + both_sides(reading, found)


def _people_numbers(reading: Reading, first: int, last: int) -> list[Quantity]:
    """The numbers of a sentence that stand in no time expression: a year or a day of the month counts nobody."""
    dated = reading.dated
    return [number for number in reading.quantities_within(first, last) if number.core not in dated]


def _counts_victims(reading: Reading, hit: Hit) -> bool:
    """Is the word a noun for those who suffered, or for their number, rather than a head of harm."""
    if hit.pos == "victim_plural" and hit.prefix.startswith("ف") and hit.pronoun:
        return False  # "فقتلاه": the two killed him
    return hit.pos.startswith("victim") or reading.lexicon.harms[hit.entry].id == "toll"


def _slot(reading: Reading, hit: Hit) -> str:
    return reading.lexicon.harms[hit.entry].slot


def _denied(reading: Reading, harms: list[Hit], floor: int) -> set[int]:
    """The heads of which the text says that nobody suffered: "دون وقوع إصابات", "لم يسفر عن قتلى أو جرحى"."""
    denied: set[int] = set()
    last = -9
    for hit in harms:
        words = reading.tokens.words
        before = words[max(floor, hit.first - 6) : hit.first]
        beside = hit.first - last <= 2 and (hit.prefix.startswith("و") or before[-1:] == ["او"])
        absent = any(word in _NONE for word in before) or words[hit.first] in ("لم", "ولم")
        if (hit.pos in ("plural", "victim_plural") or words[hit.first] in ("لم", "ولم")) and (absent or beside):
            denied.add(hit.first)
            last = hit.last
    return denied


def _zeros(reading: Reading, hit: Hit) -> Iterator[Tally]:
    every = reading.tokens.words[hit.first].lstrip("وبل").removeprefix("ال") in _ALL_WORDS
    for slot in ("killed", "wounded") if every else (_slot(reading, hit),):
        yield fixed_tally(reading, slot, 0, 0, hit, "none")


def _of_victims(
    reading: Reading,
    hit: Hit,
    numbers: list[Quantity],
    used: set[int],
    edges: tuple[int, int],
    found: list[Tally],
) -> Iterator[Tally]:
    """ "140 قتيلا", "قتيلان", "سقوط قتلى وجرحى", "عشرات القتلى", "عدد القتلى إلى 45"."""
    slot = _slot(reading, hit)
    if hit.pos == "victim_dual":  # a dual takes no number: "11:50 قتيلان" is a time of day
        high = None if floor_after(reading, hit.last, edges[1]) else 2
        yield fixed_tally(reading, slot, 2, high, hit, "dual")
        return
    number = _ending_at(numbers, hit.first)
    if number is not None and number.core not in used and not _governed(reading, number, hit):
        used.add(number.core)
        if _joined_victims(reading, hit, slot):
            yield _of_joint(reading, slot, number, hit)
            return
        floor = floor_after(reading, hit.last, edges[1])
        yield counted_tally(reading, slot, number, hit, floor or hit.last, "number+victim", open_bound=bool(floor))
        return
    apart = _parted_number(reading, hit, numbers)
    if apart is not None and apart.core not in used:
        used.add(apart.core)
        yield counted_tally(reading, slot, apart, hit, hit.last, "number+victim")
        return
    of = _ending_at(numbers, hit.first - 1) if reading.tokens.words[hit.first - 1 : hit.first] == ["من"] else None
    if of is not None and of.core not in used and not _governed(reading, of, hit):  # "العشرات من الشهداء"
        used.add(of.core)
        yield counted_tally(reading, slot, of, hit, hit.last, "number+victim")
        return
    after = _after_count(reading, hit, numbers, edges[1])
    if after is not None and after.core not in used:
        used.add(after.core)
        floor = floor_after(reading, after.last, edges[1])
        last = floor or after.last
        yield counted_tally(reading, slot, after, hit, last, "victims:number", open_bound=bool(floor))
        return
    yield from _unnumbered(reading, hit, slot, found[-1] if found else None, counted=number is not None)


def _unnumbered(reading: Reading, hit: Hit, slot: str, before: Tally | None, *, counted: bool) -> Iterator[Tally]:
    """Victims without a number of their own; after "عشرات القتلى" those joined to them share theirs: "والجرحى".

    `counted`: a number stands before the word, but was told already ("بلغ عدد الضحايا 25 قتيلا").
    """
    if before is not None and before.form == "joint" and before.last == hit.first and hit.prefix.startswith("و"):
        yield fixed_tally(reading, slot, before.low, before.high, hit, "joint")
        return
    owned = _owned(reading, hit)
    shares = before is not None and before.last == hit.first and before.high is None and before.form == "number+victim"
    if before is not None and shares and hit.prefix.startswith("و") and hit.pos == "victim_plural":
        yield fixed_tally(reading, slot, before.low, None, hit, "shared number")
    elif hit.pos == "victim_plural" and reading.lexicon.harms[hit.entry].id == "casualties":
        return
    elif hit.pos == "victim_plural" and not owned:
        bare = not hit.article and not hit.pronoun
        yield fixed_tally(reading, slot, BARE_PLURAL, None, hit, "bare plural" if bare else "the victims")
    elif hit.pos == "victim" and not hit.article and not hit.pronoun and hit.last - hit.first == 1 and not counted:
        yield fixed_tally(reading, slot, 1, 1, hit, "singular")


def _joined_victims(reading: Reading, hit: Hit, slot: str) -> bool:
    """Does the number count two kinds of victims together: "40 قتيلا وجريحا"."""
    following = reading.at("harms", hit.last)
    joined = following is not None and following.pos == "victim" and following.prefix == "و"
    return following is not None and joined and _slot(reading, following) != slot


def _of_joint(reading: Reading, slot: str, number: Quantity, hit: Hit) -> Tally:
    """One kind of victims of a number that counts two: between one and all but one, as of "مقتل وإصابة 25"."""
    tally = counted_tally(reading, slot, number, hit, hit.last, "joint")
    high = None if number.high is None else max(1, number.high - 1)
    return msgspec.structs.replace(tally, low=1, high=high)


def _parted_number(reading: Reading, hit: Hit, numbers: list[Quantity]) -> Quantity | None:
    """The number before the noun for people that the victims' word describes: "ثلاثة جنود قتلى"."""
    if hit.article or hit.prefix or hit.pos != "victim_plural":
        return None
    for noun in reading.within("people", max(0, hit.first - 3), hit.first):
        if noun.last == hit.first:
            return _ending_at(numbers, noun.first)
    return None


def _governed(reading: Reading, number: Quantity, hit: Hit) -> bool:
    """Is number and noun what another harm befell: "مقتل 5 نازحين" tells of five dead."""
    if reading.tokens.words[number.first].startswith("و"):
        return False
    for head in reading.within("harms", max(0, number.first - 2), number.first):
        if head.last == number.first and not _counts_victims(reading, head):
            return _slot(reading, head) != _slot(reading, hit)
    return False


def _after_count(reading: Reading, hit: Hit, numbers: list[Quantity], limit: int) -> Quantity | None:
    """The number after "عدد القتلى إلى", "حصيلة القتلى بلغت", "القتلى 45"."""
    words = reading.tokens.words
    if not (hit.article or _owned(reading, hit) or reading.lexicon.harms[hit.entry].id == "toll"):
        return None
    for number in numbers:
        if hit.last <= number.first <= hit.last + 18 and number.first < limit:
            between = words[hit.last : number.first]
            told = "بلغ" in between[-2:] or "بلغت" in between[-2:]
            close = len(between) <= 12 or between[-1] == "الي"
            if not between or (close and (between[-1] in ("الي", "نحو") or told)):
                return number
    return None


def _owned(reading: Reading, hit: Hit) -> bool:
    """Is the noun governed by "عدد" or "حصيلة", so that it names a toll and not three people."""
    before = reading.tokens.words[hit.first - 1] if hit.first else ""
    return before.lstrip("وفبل") in _OWNERS


def _ending_at(numbers: list[Quantity], index: int) -> Quantity | None:
    return next((q for q in numbers if q.last == index), None)
