"""Quantities in Arabic text: digits of all kinds, number words, the dual, vague words, bounds.

Ranges follow the codebook ("Slots"): "140" is [140, 140], "ما لا يقل عن 140" is [140, None], "نحو 50" is [50, 50] and
approximate, "عشرات" is [20, None], "مئات" [200, None], "عدة" [3, None].
"""

from msgspec import Struct

from isnad.text import numeral_words as table
from isnad.text.tokens import Tokens

_LARGEST = 10_000_000_000


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


class _Number(Struct, frozen=True):
    last: int
    value: int
    vague: bool = False


def _variants() -> dict[str, str]:
    """Every way a number word begins: with و, ف, ب, ل, ك and the article."""
    known = {**table.UNITS, **table.TEEN_FIRST, **table.JOINED_TEENS, **table.VAGUE, **table.VAGUE_HEADS, **table.SCALES}
    found = {word: word for word in known}
    for word in known:
        bare = word.removeprefix("ال") if word.startswith("ال") and word[2:] in known else word
        for conjunction in ("", "و", "ف"):
            for preposition in ("", "ب", "ل", "ك"):
                found.setdefault(conjunction + preposition + bare, bare)
                found.setdefault(conjunction + preposition + ("ل" + bare if preposition == "ل" else "ال" + bare), bare)
    return found


_STARTS = _variants()


def find_quantities(tokens: Tokens, first: int, last: int) -> list[Quantity]:
    """The quantities among words [first, last), in order and without overlap."""
    found: list[Quantity] = []
    words, index = tokens.words, first
    while index < last:
        word = words[index]
        if word in _STARTS or word[-1].isdecimal() or word[0].isdecimal():
            number = _read_number(tokens, index, last)
            if number is not None:
                number_range = _range_with_next(tokens, index, number, last)
                floor = found[-1].last if found else first
                found.append(_with_bounds(tokens, index, number, number_range, (floor, last)))
                index = found[-1].last
                continue
        index += 1
    return found


def _read_number(tokens: Tokens, index: int, last: int) -> _Number | None:
    """The number that begins at word `index`, with what multiplies it."""
    word = tokens.words[index]
    digits = word.lstrip("وفبلكا")  # "و5", "ال24"
    if digits.isdecimal():
        return _scaled(tokens, _digits(tokens, index, digits, last), last)
    bare = _STARTS.get(word, "")
    if bare in table.VAGUE or bare in table.VAGUE_HEADS:
        return _vague(tokens, index, bare, last)
    return _worded(tokens, index, bare, last)


def _digits(tokens: Tokens, index: int, digits: str, last: int) -> _Number:
    """Digits, with thousands marked by commas ("1,200") and a decimal part ("2.7 مليون")."""
    value, at = int(digits[:10]), index + 1
    while at < last and tokens.gap(at - 1) in ",٬،." and len(tokens.words[at]) == 3 and tokens.words[at].isdecimal():
        value, at = value * 1000 + int(tokens.words[at]), at + 1
    if at + 1 < last and tokens.gap(at - 1) in ".,٫" and tokens.words[at].isdecimal():
        scale = table.SCALES.get(tokens.words[at + 1])
        if scale:
            part = tokens.words[at]
            return _Number(at + 2, value * scale + int(part[:9]) * scale // 10 ** len(part[:9]))
    return _Number(at, value)


def _scaled(tokens: Tokens, number: _Number, last: int) -> _Number:
    """A number in digits with the scale word after it: "25 ألفا", "3 ملايين ونصف"."""
    if number.last < last:
        scale = table.SCALES.get(tokens.words[number.last])
        if scale and number.value * scale < _LARGEST and tokens.gap(number.last - 1) == " ":
            return _with_half(tokens, _Number(number.last + 1, number.value * scale), scale, last)
    return number


def _with_half(tokens: Tokens, number: _Number, scale: int, last: int) -> _Number:
    if number.last < last and tokens.words[number.last] in ("ونصف", "ونصفا"):
        return _Number(number.last + 1, number.value + scale // 2)
    return number


def _vague(tokens: Tokens, index: int, bare: str, last: int) -> _Number | None:
    """ "عشرات", "مئات الآلاف", "عدد من", "بضعة آلاف"."""
    after = tokens.words[index + 1] if index + 1 < last else ""
    if bare in table.VAGUE_HEADS:
        return _Number(index + 2, table.VAGUE_HEADS[bare], True) if after == "من" else None
    value = table.VAGUE[bare]
    scale = table.SCALES.get(after.removeprefix("ال"))
    if scale and value >= 3:
        return _Number(index + 2, value * scale, True)
    return _Number(index + 1, value, True)


def _worded(tokens: Tokens, index: int, bare: str, last: int) -> _Number | None:
    """Number words: parts joined by "و" add up, scales multiply what stands before them."""
    total, current, at = 0, 0, index
    word = bare
    while True:
        value, used = _part(tokens, at, word, last, started=current > 0)
        if value is None:
            break
        scale = table.SCALES.get(word) if current else None
        if scale and used == 1:
            total, current = (total + current * scale, 0) if scale >= 1000 else (total, current * scale)
        else:
            current += value
        at += used
        word = _next_part(tokens, at, last)
        if not word:
            break
    return _Number(at, total + current) if total + current and total + current < _LARGEST else None


def _part(tokens: Tokens, at: int, word: str, last: int, *, started: bool) -> tuple[int | None, int]:
    """Value and word count of one part of a number: a teen of two words, a unit, or a scale by itself."""
    after = tokens.words[at + 1] if at + 1 < last else ""
    if word in table.TEEN_FIRST and after in table.TEENS:
        return table.TEEN_FIRST[word], 2
    if word in table.JOINED_TEENS:
        return table.JOINED_TEENS[word], 1
    if word in table.SCALES and (started or word not in table.UNITS):
        return table.SCALES[word], 1
    return table.UNITS.get(word), 1


def _next_part(tokens: Tokens, at: int, last: int) -> str:
    """The next word if it goes on with the number: joined by "و", or a scale word right after."""
    if at >= last or tokens.gap(at - 1) != " ":
        return ""
    word = tokens.words[at]
    if word in table.SCALES:
        return word
    bare = word[1:]
    if word[0] == "و" and (bare in table.UNITS or bare in table.TEEN_FIRST or bare in table.SCALES):
        return bare if word not in ("واحد", "واحده") else ""
    return ""


def _range_with_next(tokens: Tokens, index: int, number: _Number, last: int) -> _Number | None:
    """The upper end of "بين 3 و5", "من 3 إلى 5", "3-5"."""
    at, words = number.last, tokens.words
    if number.vague or at >= last:
        return None
    before = words[index - 1] if index else ""
    gap = tokens.gap(at - 1).strip()
    if before == "بين" and words[at][0] == "و" and (words[at][1:] in _STARTS or words[at][1:].isdecimal()):
        upper = _read_number(tokens, at, last)
    elif words[at] in ("الي", "او") and at + 1 < last and (words[at + 1] in _STARTS or words[at + 1].isdecimal()):
        upper = _read_number(tokens, at + 1, last)
    elif gap in ("-", "–") and words[at].isdecimal():
        upper = _read_number(tokens, at, last)
    else:
        return None
    return upper if upper and number.value < upper.value <= 20 * number.value and not upper.vague else None


def _with_bounds(
    tokens: Tokens, index: int, number: _Number, upper: _Number | None, limits: tuple[int, int]
) -> Quantity:
    """The quantity with the words before and after it that bound it."""
    joined = tokens.words[index][0] == "و" and tokens.words[index] not in table.UNITS
    low, high, end = number.value, None if number.vague else number.value, number.last
    if upper:
        high, end = upper.value, upper.last
    first, at_least, at_most, about = index, 0, 0, 0
    if not joined:
        at_least = _phrase_before(tokens, index, limits[0], table.AT_LEAST)
        at_most = 0 if at_least else _phrase_before(tokens, index, limits[0], table.AT_MOST)
        about = 0 if at_least or at_most else _phrase_before(tokens, index, limits[0], table.ABOUT)
        first = index - (at_least or at_most or about)
    after = _phrase_after(tokens, end, limits[1], table.AT_LEAST_AFTER)
    about_after = 0 if after else _phrase_after(tokens, end, limits[1], table.ABOUT_AFTER)
    if at_least or after:
        high = None
    elif at_most and not number.vague:
        low, high = 0, number.value
    return Quantity(
        first, index, end + after + about_after, low, high, bool(about or about_after), joined, number.vague
    )


def _phrase_before(tokens: Tokens, index: int, floor: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """Length in words of the phrase that ends right before word `index`, clitics on its first word allowed."""
    for phrase in phrases:
        start = index - len(phrase)
        if start < floor:
            continue
        got = tokens.words[start:index]
        if tuple(got[1:]) == phrase[1:] and got[0].lstrip("وفبل") == phrase[0].lstrip("وفبل"):
            return len(phrase)
    return 0


def _phrase_after(tokens: Tokens, index: int, last: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    for phrase in phrases:
        if index + len(phrase) <= last and tuple(tokens.words[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0
