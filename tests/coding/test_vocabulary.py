"""The words around acts: bare, and never those of a party's name."""

from collections.abc import Callable

import pytest

from isnad.coding.reading import Reading
from isnad.coding.vocabulary import Vocabulary, common_words, core_of


@pytest.mark.parametrize(
    ("word", "core"),
    [("والهجوم", "هجوم"), ("بالمدينه", "مدينه"), ("للجنود", "جنود"), ("في", "في"), ("فقتل", "قتل"), ("بحلب", "بحلب")],
)
def test_a_core_is_the_word_without_clitics_and_article(word: str, core: str) -> None:
    assert core_of(word) == core


def test_no_word_of_a_party_or_state_is_among_them(read: Callable[[str], Reading]) -> None:
    reading = read("شن تنظيم الدولة هجوما عنيفا على جنود من تركيا قرب المطار")
    vocabulary = Vocabulary(reading)
    words = set(vocabulary.words)
    assert words.isdisjoint({"تنظيم", "دوله", "تركيا"})
    assert {"عنيفا", "جنود", "مطار"} <= words
    act = reading.tokens.words.index("هجوما")
    beside = vocabulary.beside(0, act, act + 1)
    assert {"+1عنيفا", ">عنيفا"} <= set(beside)
    assert not any("دوله" in name or "تركيا" in name for name in beside)


def test_words_beside_stay_in_the_sentence(read: Callable[[str], Reading]) -> None:
    reading = read("وقع انفجار كبير. وصل الوزير صباحا.")
    first, last = reading.edges[1]
    vocabulary = Vocabulary(reading)
    assert vocabulary.phrase(1, first, first + 1) == ("+:وزير",)
    assert vocabulary.phrase(1, last - 1, last) == ("-2:وصل", "-1:وزير")


def test_common_words_tell_nothing(read: Callable[[str], Reading]) -> None:
    reading = read("وقع الهجوم في المدينة على القافلة")
    content = Vocabulary(reading).content(0, 1, 2)
    assert "قافله" in content
    assert content.isdisjoint(common_words())
