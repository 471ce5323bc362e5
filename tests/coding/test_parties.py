"""Parties: the fullest words that name who acted or suffered, and the actor they belong to."""

from collections.abc import Callable

import pytest

from isnad.coding.parties import find_candidates, party_of
from isnad.coding.reading import Reading

Read = Callable[[str], Reading]


def parties(reading: Reading) -> list[tuple[str, str | None]]:
    """The words and the id of each party of a text."""
    found = find_candidates(reading, 0, len(reading.tokens))
    return [(party.text, party.id) for party in (party_of(reading, candidate) for candidate in found)]


GENITIVES = [
    ("عناصر في الجيش العراقي", [("عناصر في الجيش العراقي", "iraqi-armed-forces")]),
    ("مقاتلون من حركة طالبان", [("مقاتلون من حركة طالبان", "taliban")]),
    ("جنود في حلب", [("جنود", "soldier")]),
    ("جنود في العراق", [("جنود", "soldier"), ("العراق", "iq")]),
    ("وللجيش السوري موقع هنا", [("للجيش السوري", "syrian-armed-forces"), ("موقع", "base")]),
]

ADJECTIVES = [
    ("مسلحون مجهولون، الشرطة تحقق", [("مسلحون مجهولون", "unknown"), ("الشرطة", None)]),
    ("المسلحين المتشددين", [("المسلحين المتشددين", "gunman")]),
    ("المسلحون اليوم", [("المسلحون", "gunman")]),
    ("جندي أمريكي", [("جندي أمريكي", "soldier")]),
]

NUMBERS = [
    ("ثلاثة جنود", [("ثلاثة جنود", "soldier")]),
    ("خمسة مسلحين مجهولين", [("خمسة مسلحين مجهولين", "unknown")]),
    ("مدنيين وجنود", [("مدنيين", "civilian"), ("جنود", "soldier")]),
]


NAMES = [
    ("قصفت طائرات مدينة عفرين ليلا", [("مدينة عفرين", "village")]),
    ("قتل القيادي محمود الزرعاني", [("القيادي محمود الزرعاني", "commander")]),
    ("اغتيال محمود الزرعاني", [("محمود الزرعاني", None)]),
    ("في محافظة صلاح الدين", []),
    ("هجوم نفذه انتحاري", [("انتحاري", "suicide-bomber")]),
]

BODIES = [
    ("انسحبت القوة المهاجمة", [("القوة", None)]),
    ("بدأ الطرفان المحادثات", [("الطرفان", None)]),
    ("خلية مسلحة", [("خلية مسلحة", "armed-group")]),
    ("حملة مسلحة", []),
]


@pytest.mark.parametrize(("text", "named"), GENITIVES + ADJECTIVES + NUMBERS + NAMES + BODIES)
def test_a_party_takes_in_what_belongs_to_it(read: Read, text: str, named: list[tuple[str, str | None]]) -> None:
    assert parties(read(text)) == named


def test_a_phrase_has_the_name_and_the_kind_of_its_owner(read: Read) -> None:
    reading = read("مقاتلون من حركة طالبان")
    (candidate,) = find_candidates(reading, 0, len(reading.tokens))
    assert (candidate.name, candidate.kind, candidate.fights) == ("Taliban", "non_state", True)


def test_the_number_before_a_noun_is_kept(read: Read) -> None:
    reading = read("خمسة مسلحين مجهولين")
    (candidate,) = find_candidates(reading, 0, len(reading.tokens))
    assert candidate.quantity is not None
    assert (candidate.quantity.low, candidate.quantity.high) == (5, 5)


def test_civilians_and_facilities_do_not_fight(read: Read) -> None:
    reading = read("هاجم جنود مدنيين قرب الحاجز")
    found = find_candidates(reading, 0, len(reading.tokens))
    assert [(c.id, c.fights) for c in found] == [("soldier", True), ("civilian", False), ("checkpoint", False)]
