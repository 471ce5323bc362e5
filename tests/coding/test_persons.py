"""Persons: which words name somebody, and where the name ends."""

from collections.abc import Callable

import pytest

from isnad.coding.persons import person_at
from isnad.coding.reading import Reading

Read = Callable[[str], Reading]


def persons(reading: Reading) -> list[str]:
    """The names of persons in a text, each from the word that opens it."""
    found, reach = [], 0
    for hit in reading.of("names"):
        last = person_at(reading, hit, len(reading.tokens))
        if last > hit.first >= reach:
            found.append(reading.words(hit.first, last))
            reach = last
    return found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("اغتيل محمود الزرعاني أمس", ["محمود الزرعاني"]),
        ("اعتقال الملا حميدوف في البلدة", ["الملا حميدوف"]),
        ("مقتل أبو سنوار الكرخاني", ["ابو سنوار الكرخاني"]),
        ("توقيف خالد بن سالم التيهاني وآخرين", ["خالد بن سالم التيهاني"]),
        ("قتل محمود وأصيب آخر", []),
        ("هجوم على مدرسة", []),
        ("قصف على بلدة وعلى مخيم", []),
        ("بيت علي الزرعاني", []),
        ("بيت علي محمد الزرعاني", ["علي محمد الزرعاني"]),
        ("المدعو، وفق الشرطة، هرب", []),
        ("محمود 19 عاما", []),
        ("السيد بن", []),
    ],
)
def test_a_name_is_what_a_known_word_opens_and_unknown_ones_go_on_with(read: Read, text: str, named: list[str]) -> None:
    assert persons(read(text)) == named


def test_an_ordinary_word_that_is_also_a_name_opens_none(read: Read) -> None:
    reading = read("سلام شامل")
    assert reading.of("names")
    assert persons(reading) == []
