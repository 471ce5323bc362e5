"""Quantities in Arabic text: numbers with what bounds them, and ranges.

Ranges follow the codebook ("Slots"): "140" is [140, 140], "ما لا يقل عن 140" is [140, None], "نحو 50" is [50, 50] and
approximate, "عشرات" is [20, None], "مئات" [200, None], "عدة" [3, None]. Percentages are no quantities, nor are the
numbers of makes ("F-16").
"""

from collections.abc import Iterable

from msgspec import Struct

from isnad.text import numeral_words as table
from isnad.text.numbers import LARGEST, STARTS, Number, may_start, read_number
from isnad.text.tokens import Tokens

_CLITICS = "وفبل"
_WIDEST = 20  # the upper end of a range is at most so many times the lower
_CHANGE_REACH = 6
_PARTING = frozenset("،,؛;:.؟?!\n")
_PERCENT = ("%", "٪")
_ARTICLES = frozenset({"ال", "و", "ب", "ل"})


class Quantity(Struct, frozen=True):
    """A number of something: words [first, last) with its bounds; the bare number is words [core, last).

    `high` is None without an upper bound. `joined` where "و" stands before it, `vague` where no number is named.
    """

    first: int
    core: int
    last: int
    low: int
    high: int | None
    approximate: bool = False
    joined: bool = False
    vague: bool = False


def find_quantities(tokens: Tokens, first: int, last: int) -> list[Quantity]:
    """The quantities among words [first, last), in order and without overlap."""
    found: list[Quantity] = []
    done = first
    for index in range(first, last):
        if index < done or not may_start(tokens.words[index]):
            continue
        number = read_number(tokens, index, last)
        if number is None or _is_make(tokens, index):
            continue
        floor, done = done, _end_of_percentage(tokens, index, number, last)
        if done == 0 and number.value >= LARGEST:
            done = number.last
        if done == 0:
            found.append(_bounded(tokens, index, number, floor, last))
            done = found[-1].last
    return found


def _is_make(tokens: Tokens, index: int) -> bool:
    """Does a hyphen tie the number to a name: "F-16", "كوفيد-19"."""
    if not index or tokens.gap(index - 1) != "-":
        return False
    before = tokens.words[index - 1]
    return not (before[-1].isdecimal() or before in _ARTICLES or before in STARTS)


def _end_of_percentage(tokens: Tokens, index: int, number: Number, last: int) -> int:
    """Where a percentage ends, or 0: "50%", "%50", "50 في المئة"."""
    if tokens.gap(number.last - 1).lstrip(" ").startswith(_PERCENT):
        return number.last
    if tokens.folded.endswith(_PERCENT, 0, tokens.starts[index]):
        return number.last
    for length in (1, 2):
        end = number.last + length
        if end <= last and tuple(tokens.words[number.last : end]) in table.PERCENT:
            return end
    return 0


def _bounded(tokens: Tokens, index: int, number: Number, floor: int, last: int) -> Quantity:
    """The quantity of a number with the words before and after it that bound it, not before word `floor`."""
    joined = tokens.words[index][0] == "و" and tokens.words[index] not in table.UNITS
    low, high, end, first = number.value, None if number.vague else number.value, number.last, index
    upper = _upper_end(tokens, index, number, last)
    if upper is not None:
        low, high, end = _lower_end(number, upper), upper.value, upper.last
        first = _range_start(tokens, index, floor)
    length, bound = (0, "") if joined or first < index else _phrase_before(tokens, index, floor)
    after, bound_after = _phrase_after(tokens, end, last)
    bounds = {bound, bound_after}
    if "at least" in bounds:
        high = None
    elif "at most" in bounds and not number.vague:
        low = 0
    approximate = "about" in bounds
    return Quantity(first - length, index, end + after, low, high, approximate, joined, number.vague)


def _upper_end(tokens: Tokens, index: int, number: Number, last: int) -> Number | None:
    """The upper end of "بين 3 و5", "من 3 إلى 5", "3 أو 4", "3-5"."""
    at = number.last
    start = None if number.vague or at >= last else _upper_start(tokens, index, at)
    upper = read_number(tokens, start, last) if start is not None and start < last else None
    if upper is None or upper.vague:
        return None
    lower = _lower_end(number, upper)
    return upper if lower < upper.value <= _WIDEST * lower else None


def _upper_start(tokens: Tokens, index: int, at: int) -> int | None:
    """The word where the upper end of a range may begin, word `at` being the first after the number at `index`."""
    word, gap = tokens.words[at], tokens.gap(at - 1).strip()
    if gap in ("-", "–"):
        return at if word.isdecimal() and not _is_date(tokens, at) else None
    if gap:
        return None
    if word == "او":
        return at + 1
    if word == "الي":
        before = tokens.words[max(0, index - _CHANGE_REACH) : index]
        return at + 1 if table.CHANGES.isdisjoint(before) else None
    return at if word[0] == "و" and _is_between(tokens, index) else None


def _is_date(tokens: Tokens, at: int) -> bool:
    """Does a third number follow: "3-12-2020"."""
    return tokens.gap(at).strip() in ("-", "–", "/") and tokens.words[at + 1 : at + 2] != []


def _is_between(tokens: Tokens, index: int) -> bool:
    return index > 0 and tokens.words[index - 1] in ("بين", "وبين", "فبين")


def _lower_end(number: Number, upper: Number) -> int:
    """The lower end in the scale of the upper one: "بين 20 و25 ألفا" begins at 20,000."""
    shared = number.scale == 1 and upper.scale > 1 and number.value * upper.scale < upper.value
    return number.value * upper.scale if shared else number.value


def _range_start(tokens: Tokens, index: int, floor: int) -> int:
    """The first word of a range: its "بين" or "ما بين"."""
    start = index
    if start > floor and _is_between(tokens, start):
        start -= 1
        if start > floor and tokens.words[start - 1] in ("ما", "وما", "بما"):
            start -= 1
    return start


def _by_word(phrases: Iterable[tuple[str, ...]], at: int) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by their word `at` (0 or -1), longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[at], []).append(phrase)
    return found


_BEFORE, _AFTER = _by_word((p for p in table.BEFORE if len(p) > 1), -1), _by_word(table.AFTER, 0)
_BEFORE_ALONE = {phrase[0]: bound for phrase, bound in table.BEFORE.items() if len(phrase) == 1}


def _phrase_before(tokens: Tokens, index: int, floor: int) -> tuple[int, str]:
    """The length in words of what bounds the number at word `index` from before, and how; clitics may open it."""
    if index <= floor or not _PARTING.isdisjoint(tokens.gap(index - 1)):
        return 0, ""
    word = tokens.words[index - 1]
    for phrase in _BEFORE.get(word, ()):
        start = index - len(phrase)
        if start >= floor and tuple(tokens.words[start + 1 : index]) == phrase[1:]:
            opening = tokens.words[start]
            if opening == phrase[0] or (opening[0] in _CLITICS and opening[1:] == phrase[0]):
                return len(phrase), table.BEFORE[phrase]
    bound = _BEFORE_ALONE.get(word) or (_BEFORE_ALONE.get(word[1:]) if word[0] in _CLITICS else None)
    return (1, bound) if bound else (0, "")


def _phrase_after(tokens: Tokens, index: int, last: int) -> tuple[int, str]:
    """The length in words of what bounds a number that ends before word `index`, and how."""
    for phrase in _AFTER.get(tokens.words[index], ()) if index < last else ():
        if index + len(phrase) <= last and tuple(tokens.words[index : index + len(phrase)]) == phrase:
            return len(phrase), table.AFTER[phrase]
    return 0, ""
