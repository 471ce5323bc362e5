"""One number in Arabic text: digits, number words, scales, fractions of a scale, and words that name no number.

A number is one or more groups joined by "و", each smaller than the scale before it ("ثلاثة ملايين | و200 ألف | وخمسون");
a group is a count below a thousand, or digits, with the scale after it.
"""

import re

from msgspec import Struct

from isnad.text import numeral_words as table
from isnad.text.tokens import Tokens

LARGEST = 10_000_000_000  # from here on it is money or a key, and counts nothing
_DIGITS = re.compile(r"[وف]?[بلك]?(?:ا?ل)?(\d{1,10})(\D*)")
_THOUSANDS_MARKS = frozenset(",٬،.")
_DECIMAL_MARKS = frozenset(".,٫")


class Number(Struct, frozen=True, gc=False):
    """A number that ends before word `last`; `scale` is the thousand, million… it ended with, else 1.

    A `vague` one names no number: `value` is the least it may be (codebook, "Slots").
    """

    last: int
    value: int
    scale: int = 1
    vague: bool = False


def _variants() -> dict[str, str]:
    """Every way a number word begins: with و, ف, ب, ل, ك and the article."""
    known = [table.UNITS, table.TEEN_FIRST, table.JOINED_TEENS, table.VAGUE, table.VAGUE_HEADS, table.SCALES]
    found = {word: word for words in (*known, table.FRACTIONS, table.ONLY_BEFORE_SCALE) for word in words}
    for word in list(found):
        bare = word.removeprefix("ال") if word[2:] in found else word
        for conjunction in ("", "و", "ف"):
            for preposition in ("", "ب", "ل", "ك"):
                found.setdefault(conjunction + preposition + bare, bare)
                if bare not in table.NOT_WITH_ARTICLE and bare not in table.VAGUE_HEADS:
                    article = "ل" if preposition == "ل" else "ال"
                    found.setdefault(conjunction + preposition + article + bare, bare)
    return found


STARTS = _variants()


def may_start(word: str) -> bool:
    """May a number begin at this word."""
    return word in STARTS or not word.isalpha()


def read_number(tokens: Tokens, index: int, last: int) -> Number | None:
    """The longest number that begins at word `index` and ends before or at word `last`."""
    bare = STARTS.get(tokens.words[index], "")
    if bare in table.VAGUE:
        return _vague(tokens, index, table.VAGUE[bare], last)
    if bare in table.VAGUE_HEADS:
        return _vague_head(tokens, index, table.VAGUE_HEADS[bare], last)
    number = _group(tokens, index, bare, last)
    while number is not None and number.scale > 1 and _goes_on(tokens, number.last, last):
        word = tokens.words[number.last]
        more = _group(tokens, number.last, word[1:], last) if word[0] == "و" else None
        if more is None or more.value >= number.scale:
            break
        number = Number(more.last, number.value + more.value, more.scale)
    return number


def _goes_on(tokens: Tokens, at: int, last: int) -> bool:
    """Is word `at` there, with nothing but blanks before it."""
    return at < last and tokens.gap(at - 1).strip(" ") == ""


def _vague(tokens: Tokens, index: int, value: int, last: int) -> Number:
    """ "عشرات", "مئات الآلاف", "بضعة آلاف", "عدة مئات"."""
    if _goes_on(tokens, index + 1, last):
        after = tokens.words[index + 1]
        scale = table.VAGUE_SCALES.get(after) or table.VAGUE_SCALES.get(after.removeprefix("ال"))
        if scale:
            return Number(index + 2, value * scale, vague=True)
    return Number(index + 1, value, vague=True)


def _vague_head(tokens: Tokens, index: int, value: int, last: int) -> Number | None:
    """ "عدد من", "عدد كبير من"; without "من" it is no number ("عدد القتلى")."""
    after = tokens.words[index + 1 : min(index + 3, last)]
    skipped = 1 if after[:1] and after[0] in table.VAGUE_ADJECTIVES else 0
    return Number(index + 2 + skipped, value, vague=True) if after[skipped : skipped + 1] == ["من"] else None


def _group(tokens: Tokens, index: int, bare: str, last: int) -> Number | None:
    """A count with the scale after it, a scale by itself, or a fraction of one. `bare` is the first word, clitics off.

    A hundred by itself is a count, since more may follow it ("مئة وخمسون ألفا"); so it stands among the units too.
    """
    if bare in table.SCALES and bare not in table.UNITS:
        return _with_fraction(tokens, Number(index + 1, table.SCALES[bare], table.SCALES[bare]), last)
    if bare in table.FRACTIONS:
        scale = _scale_at(tokens, index + 1, last)
        return Number(index + 2, scale // table.FRACTIONS[bare]) if scale else None
    if table.UNITS.get(bare, 0) >= 1000:
        value = table.UNITS[bare]
        return _with_fraction(tokens, Number(index + 1, value, value // 2), last)
    count = _digits(tokens, index, last) or _worded(tokens, index, bare, last)
    if count is None or count.scale > 1:
        return count
    return _scaled(tokens, count, last)


def _scale_at(tokens: Tokens, at: int, last: int) -> int:
    """The thousand, million… at word `at`, or 0."""
    word = tokens.words[at] if _goes_on(tokens, at, last) else ""
    scale = table.SCALES.get(word) or table.SCALES.get(word.removeprefix("ال"), 0)
    return scale if scale >= 1000 else 0


def _scaled(tokens: Tokens, count: Number, last: int) -> Number:
    """ "25 ألفا", "ثلاثة ملايين ونصف", "2 ونصف مليون"."""
    scale = _scale_at(tokens, count.last, last)
    if scale:
        return _with_fraction(tokens, Number(count.last + 1, count.value * scale, scale), last)
    part = _fraction_at(tokens, count.last, last)
    scale = _scale_at(tokens, count.last + 1, last) if part else 0
    return Number(count.last + 2, count.value * scale + scale // part) if scale else count


def _fraction_at(tokens: Tokens, at: int, last: int) -> int:
    """2 for "ونصف" at word `at`, 4 for "وربع", else 0."""
    word = tokens.words[at] if _goes_on(tokens, at, last) else ""
    return table.FRACTIONS.get(word[1:], 0) if word.startswith("و") else 0


def _with_fraction(tokens: Tokens, number: Number, last: int) -> Number:
    """ "مليونين ونصف", "مليون ونصف المليون"."""
    part = _fraction_at(tokens, number.last, last)
    if not part:
        return number
    scale = _scale_at(tokens, number.last + 1, last)
    if scale not in (0, number.scale):  # "مليون ونصف ألف" are two
        return number
    return Number(number.last + (2 if scale else 1), number.value + number.scale // part)


def _digits(tokens: Tokens, index: int, last: int) -> Number | None:
    """Digits, thousands marked ("1,200") or not, a decimal part of a scale ("2.7 مليون"), a scale fused ("25ألفا")."""
    words = tokens.words
    match = _DIGITS.fullmatch(words[index])
    if match is None:
        return None
    value, at = int(match[1]), index + 1
    if match[2]:
        scale = table.SCALES.get(match[2], 0)
        return Number(at, value * scale, scale) if scale else None
    decimal = _decimal(tokens, value, at, last)
    if decimal is not None:
        return decimal
    while at < last and value < LARGEST and tokens.gap(at - 1) in _THOUSANDS_MARKS and _three(words[at]):
        if at == index + 1 and value > 999:
            break
        value, at = value * 1000 + int(words[at]), at + 1
    return Number(at, value)


def _three(word: str) -> bool:
    return len(word) == 3 and word.isdecimal()


def _decimal(tokens: Tokens, value: int, at: int, last: int) -> Number | None:
    """A decimal part at word `at` with its scale: "2.7 مليون". Three digits after a comma are thousands."""
    if at >= last or not tokens.words[at].isdecimal() or len(tokens.words[at]) > 9:
        return None
    mark, part = tokens.gap(at - 1), tokens.words[at]
    scale = _scale_at(tokens, at + 1, last)
    if not scale or mark not in _DECIMAL_MARKS or (mark == "," and _three(part)):
        return None
    return Number(at + 2, value * scale + int(part) * scale // 10 ** len(part), scale)


def _worded(tokens: Tokens, index: int, bare: str, last: int) -> Number | None:
    """A count below a thousand in words: "مئة وخمسة وعشرون", "ثلاث مئة", "تسعة عشر"."""
    part = _part(tokens, index, bare, last)
    if part is None:
        return None
    at, newest = part
    value = newest
    while _goes_on(tokens, at, last) and tokens.words[at][0] == "و":
        more = _part(tokens, at, tokens.words[at][1:], last)
        if more is None or not _adds(newest, more[1]):
            break
        at, newest = more
        value += newest
    return Number(at, value)


def _adds(before: int, after: int) -> bool:
    """May the part `after` follow `before` in one number: hundreds, then units, then tens."""
    if before >= 100:
        return after < 100
    return before < 10 and 20 <= after < 100 and after % 10 == 0


def _part(tokens: Tokens, at: int, word: str, last: int) -> tuple[int, int] | None:
    """Where one part of a count ends, and its value: a teen, hundreds in one or two words, a unit, digits after "و"."""
    after = tokens.words[at + 1] if _goes_on(tokens, at + 1, last) else ""
    if word in table.TEEN_FIRST and after in table.TEENS:
        return at + 2, table.TEEN_FIRST[word]
    if word in table.JOINED_TEENS:
        return at + 1, table.JOINED_TEENS[word]
    if word.isdecimal() and len(word) <= 2:
        return at + 1, int(word)
    value = table.UNITS.get(word, 0) or (table.ONLY_BEFORE_SCALE.get(word, 0) if after in table.SCALES else 0)
    if not 0 < value < 1000 or (value == 1 and tokens.words[at] == "و" + word and "و" + word in table.UNITS):
        return None  # "واحد" is "one", not "and one"
    if 3 <= value <= 9 and after in table.HUNDREDS:
        return at + 2, value * 100
    return at + 1, value
