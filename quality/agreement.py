"""Do two values of a slot agree: names, places, day intervals, counts, as the scorer compares them.

Copied from the project's shared scorer; `tests/quality/test_scoring_shared.py` holds the two to the same figures.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from difflib import SequenceMatcher
from typing import Any, Final, TypeAlias

Row: TypeAlias = dict[str, Any]
"""One row as it stands in a JSON line: an incident, a statement, a slot. Other coders' lines are read too, so nothing is sure."""

DIACRITICS: Final = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069\u061c]")
NOT_WORD: Final = re.compile(r"[^\w]+", re.UNICODE)
FOLD: Final = str.maketrans("أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩", "اااايهوي0123456789")
CLITICS: Final = re.compile(r"^(?:[وف])?(?:ال|لل|بال|كال|فال|وال)(?=\w{2})|^[وبلف](?=\w{3})")
# Kinds of places and actors: they say nothing of which one is meant, unless nothing else is left.
GENERIC: Final = frozenset({
    "مدينه", "بلده", "قريه", "محافظه", "منطقه", "ناحيه", "حي", "مخيم", "قضاء", "مديريه", "تنظيم", "حركه", "جماعه",
    "قوات", "عناصر", "مسلحو", "مسلحي", "مقاتلو", "مقاتلي", "صحيفه", "وكاله", "قناه", "موقع", "مصدر", "مصادر", "المدعو",
})  # fmt: skip
STOP: Final = frozenset({
    "في", "من", "على", "الى", "عن", "مع", "و", "او", "ان", "بعد", "قبل", "عند", "بين", "خلال", "التي", "الذي", "هذا",
    "هذه", "ما", "لا", "لم", "كان", "قد", "ضد", "حول", "نحو",
})  # fmt: skip
ADMIN_WORDS: Final = frozenset({
    "governorate", "province", "state", "region", "district", "wilayat", "wilaya", "muhafazat", "gov",
})  # fmt: skip
ADMIN_ARTICLES: Final = frozenset({"al", "ar", "as", "ad", "at", "an", "ash", "az"})
ADMIN_SAME: Final = {
    "dimashq": "damascus",
    "halab": "aleppo",
    "hims": "homs",
    "ninawa": "nineveh",
    "alanbar": "anbar",
    "sana": "amanat asimah",
    "amanat alasimah": "amanat asimah",
    "nwfp": "khyber pakhtunkhwa",
    "fata": "khyber pakhtunkhwa",
}


def fold(text: str) -> str:
    """Text for comparing names: no diacritics or punctuation, alef and ya unified."""
    return " ".join(NOT_WORD.sub(" ", DIACRITICS.sub("", text).translate(FOLD)).lower().split())


def bare(word: str) -> str:
    """A folded word without article and one-letter clitics; the same for a word already bare."""
    while True:
        less = CLITICS.sub("", word, count=1)
        if less == word or len(less) < 3:
            return word if len(less) < 3 else less
        word = less


def stems(text: str) -> frozenset[str]:
    """Content words of a name."""
    words = [bare(word) for word in fold(text).split() if word not in STOP]
    rich = [word for word in words if word not in GENERIC]
    return frozenset(rich or words)


def same_name(one: str, other: str) -> bool:
    """Do two surface names denote the same thing: equal, mostly equal, or the words of one inside a little longer other."""
    a, b = stems(one), stems(other)
    if not a or not b:
        return False
    if a == b or len(a & b) / len(a | b) >= 0.6:
        return True
    return (a <= b or b <= a) and abs(len(a) - len(b)) <= 3


def same_admin(one: str, other: str) -> bool:
    """Two English names of a first-order division, spelling aside."""
    a, b = admin_key(one), admin_key(other)
    return a == b or SequenceMatcher(None, a, b).ratio() >= 0.78


def admin_key(name: str) -> str:
    """A division's English name without accents, article and the word for its kind."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    letters = re.sub(r"[^a-z ]+", " ", plain.replace("'", "").replace("-", " "))
    words = [word for word in letters.split() if word not in ADMIN_WORDS]
    if len(words) > 1 and words[0] in ADMIN_ARTICLES:
        words = words[1:]
    key = " ".join(words)
    return ADMIN_SAME.get(key, key)


def interval(slot: Any) -> tuple[int, int] | None:
    """First and last day of a `when` as ordinals; None where it has no day or no valid one."""
    if not slot:
        return None
    ends: tuple[Any, Any] = (slot.get("earliest"), slot.get("latest")) if isinstance(slot, dict) else (slot[0], slot[1])
    if not ends[0] and not ends[1]:
        return None
    try:
        a, b = (date.fromisoformat(day[:10]).toordinal() for day in (ends[0] or ends[1], ends[1] or ends[0]))
    except ValueError:
        return None
    return (min(a, b), max(a, b))


def names_no_day(slot: Any) -> bool:
    """Does a `when` that is there hold neither a first nor a last day."""
    return not any((slot.get("earliest"), slot.get("latest")) if isinstance(slot, dict) else slot)


def same_when(one: Any, other: Any) -> bool:
    """Day intervals whose intersection is at least half of their union."""
    a, b = interval(one), interval(other)
    if a is None or b is None:
        return False
    inter = min(a[1], b[1]) - max(a[0], b[0]) + 1
    union = max(a[1], b[1]) - min(a[0], b[0]) + 1
    return inter > 0 and inter / union >= 0.5


def count(slot: Any) -> tuple[Any, Any] | None:
    """Low and high of a number of people, however it is written; None where none is said."""
    if slot is None:
        return None
    if isinstance(slot, dict):
        if slot.get("low") is None and slot.get("high") is None:
            return None
        return (slot.get("low"), slot.get("high"))
    if isinstance(slot, int | float):
        return (int(slot), int(slot))
    return (slot[0], slot[1]) if slot and any(v is not None for v in slot) else None


def forms(item: Any) -> list[str]:
    """The names an item goes by: its words in the text, its canonical name, and other forms gold allows."""
    if not item:
        return []
    if isinstance(item, str):
        return [item]
    return [n for n in (item.get("text"), item.get("name"), *(item.get("also") or [])) if n]


def names(slot: Any) -> list[list[str]]:
    """One list of forms for each member of a slot."""
    members = [slot] if isinstance(slot, str | dict) else slot or []
    return [f for f in map(forms, members) if f]


def same_member(one: list[str], other: list[str]) -> bool:
    """Does any form of one go for any form of the other."""
    return any(same_name(a, b) for a in one for b in other)


def place_names(where: Any) -> list[str]:
    """The names a place goes by."""
    if not where:
        return []
    if isinstance(where, str):
        return [where]
    return [n for n in [where.get("text"), where.get("name"), where.get("place")] if n]


def same_place(one: Any, other: Any) -> bool:
    """The same named place; where it lies is not asked."""
    return any(same_name(a, b) for a in place_names(one) for b in place_names(other))


def field(where: Any, key: str) -> str | None:
    """A text field of a place, or None where it is not filled."""
    value = where.get(key) if isinstance(where, dict) else None
    return value.strip() or None if isinstance(value, str) else None


def same_field(one: Any, other: Any, key: str) -> bool:
    """The same country (by code) or first-order division (by English name, spelling aside)."""
    a, b = field(one, key), field(other, key)
    if not a or not b:
        return False
    return same_admin(a, b) if key == "admin1" else a.upper() == b.upper()
