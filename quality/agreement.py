"""Do two values of a slot agree: names, places, day intervals, counts, as the scorer compares them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from difflib import SequenceMatcher

COARSE = {
    "suicide_bombing": "explosions", "chemical_attack": "explosions", "bombing": "explosions", "landmine": "explosions",
    "drone_strike": "explosions", "air_strike": "explosions", "shelling": "explosions",
    "prison_break": "battles", "clash": "battles", "armed_attack": "attacks", "assassination": "attacks",
    "execution": "attacks", "sexual_violence": "attacks", "abduction": "attacks", "killing": "attacks",
    "territory_change": "battles", "riot": "demonstrations", "protest": "demonstrations",
}
STRATEGIC = {"interception", "arrest", "security_operation", "destruction", "displacement", "agreement", "threat", "deployment", "other"}
DIACRITICS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069\u061c]")
NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)
FOLD = str.maketrans("أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩", "اااايهوي0123456789")
GENERIC = {"مدينه", "بلده", "قريه", "محافظه", "منطقه", "ناحيه", "حي", "مخيم", "قضاء", "مديريه", "تنظيم", "حركه", "جماعه",
           "قوات", "عناصر", "مسلحو", "مسلحي", "مقاتلو", "مقاتلي", "صحيفه", "وكاله", "قناه", "موقع", "مصدر", "مصادر", "المدعو"}


def fold(text: str) -> str:
    """Text for comparing names: no diacritics or punctuation, alef and ya unified."""
    return " ".join(NOT_WORD.sub(" ", DIACRITICS.sub("", text).translate(FOLD)).lower().split())


STOP = set("في من على الى عن مع و او ان بعد قبل عند بين خلال التي الذي هذا هذه ما لا لم كان قد ضد حول نحو".split())
CLITICS = re.compile(r"^(?:[وف])?(?:ال|لل|بال|كال|فال|وال)(?=\w{2})|^[وبلف](?=\w{3})")
ADMIN_WORDS = {"governorate", "province", "state", "region", "district", "wilayat", "wilaya", "muhafazat", "gov"}
ADMIN_SAME = {"dimashq": "damascus", "halab": "aleppo", "hims": "homs", "ninawa": "nineveh", "alanbar": "anbar", "sana": "amanat asimah", "amanat alasimah": "amanat asimah",
              "nwfp": "khyber pakhtunkhwa", "fata": "khyber pakhtunkhwa"}
LONGEST_MENTION = 120


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
    """Do two surface names denote the same thing: equal, mostly equal, or one's content words inside a little longer other."""
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
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = [w for w in re.sub(r"[^a-z ]+", " ", plain.replace("'", "").replace("-", " ")).split() if w not in ADMIN_WORDS]
    if len(words) > 1 and words[0] in {"al", "ar", "as", "ad", "at", "an", "ash", "az"}:
        words = words[1:]
    key = " ".join(words)
    return ADMIN_SAME.get(key, key)


def interval(slot) -> tuple[int, int] | None:
    if not slot:
        return None
    if isinstance(slot, dict):
        first, last = slot.get("earliest"), slot.get("latest")
    else:
        first, last = slot[0], slot[1]
    if not first and not last:
        return None
    first, last = first or last, last or first
    try:
        a, b = date.fromisoformat(first[:10]).toordinal(), date.fromisoformat(last[:10]).toordinal()
    except ValueError:
        return None
    return (min(a, b), max(a, b))


def same_when(one, other) -> bool:
    a, b = interval(one), interval(other)
    if a is None or b is None:
        return False
    inter = min(a[1], b[1]) - max(a[0], b[0]) + 1
    union = max(a[1], b[1]) - min(a[0], b[0]) + 1
    return inter > 0 and inter / union >= 0.5


def count(slot) -> tuple | None:
    if slot is None:
        return None
    if isinstance(slot, dict):
        if slot.get("low") is None and slot.get("high") is None:
            return None
        return (slot.get("low"), slot.get("high"))
    if isinstance(slot, (int, float)):
        return (int(slot), int(slot))
    return (slot[0], slot[1]) if slot and any(v is not None for v in slot) else None


def forms(item) -> list[str]:
    """The names an item goes by: its words in the text, its canonical name, and other forms gold allows."""
    if not item:
        return []
    if isinstance(item, str):
        return [item]
    return [n for n in (item.get("text"), item.get("name"), *(item.get("also") or [])) if n]


def names(slot) -> list[list[str]]:
    """One list of forms for each member of a slot."""
    members = [slot] if isinstance(slot, (str, dict)) else slot or []
    return [f for f in map(forms, members) if f]


def same_member(one: list[str], other: list[str]) -> bool:
    return any(same_name(a, b) for a in one for b in other)


def place_names(where) -> list[str]:
    if not where:
        return []
    if isinstance(where, str):
        return [where]
    return [n for n in [where.get("text"), where.get("name"), where.get("place")] if n]


def same_place(one, other) -> bool:
    return any(same_name(a, b) for a in place_names(one) for b in place_names(other))


def field(where, key: str) -> str | None:
    value = where.get(key) if isinstance(where, dict) else None
    return value.strip() or None if isinstance(value, str) else None


def same_field(one, other, key: str) -> bool:
    a, b = field(one, key), field(other, key)
    return bool(a and b) and (same_admin(a, b) if key == "admin1" else a.upper() == b.upper())


