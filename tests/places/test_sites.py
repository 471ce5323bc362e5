"""Sites: buildings told by what they are, after words that say something took place there."""

import pytest

from isnad.places.sites import find_sites
from isnad.places.unknown import Ground


def sites(text: str, taken: set[int] | None = None, common: frozenset[str] = frozenset()) -> list[tuple[str, bool]]:
    words = text.split()
    found = find_sites(Ground(words, taken or set(), lambda index: words[index] in common, lambda _: " "))
    return [(" ".join(words[site.first : site.last]), site.definite) for site in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("انفجار في مقر قياده الحرس امس", [("مقر قياده الحرس", True)]),
        ("هجوم علي السفاره الهنديه في العاصمه", [("السفاره الهنديه", True)]),
        ("انفجار بمسجد الفيروز", [("بمسجد الفيروز", True)]),
        ("هجوم في سوق مزدحم", [("سوق مزدحم", False)]),
        ("قال مقر القياده ان", []),
    ],
)
def test_a_site_follows_words_of_place(text: str, wanted: list[tuple[str, bool]]) -> None:
    assert sites(text) == wanted


def test_a_site_ends_before_a_known_place_and_before_words_of_acts() -> None:
    assert sites("هجوم علي مقر الحرس بغداد", taken={4}) == [("مقر الحرس", True)]
    assert sites("هجوم علي مقر الحرس الهجوم", common=frozenset({"الهجوم"})) == [("مقر الحرس الهجوم", True)]
    assert sites("هجوم علي مقر قتل", common=frozenset({"قتل"})) == [("مقر", False)]
