"""Settling: which actor a weak form means in its report, if any can be told."""

from collections.abc import Callable

import pytest

from isnad.coding.reading import Reading
from isnad.coding.settling import GENERIC

Read = Callable[[str], Reading]


def actors(reading: Reading) -> list[tuple[str, str]]:
    """The id and the form of each actor of a text."""
    return [(reading.lexicon.actors[hit.entry].id, hit.pos) for hit in reading.of("actors")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("هاجم الجيش مواقع في حلب وحماة", "syrian-armed-forces"),
        ("هاجم الجيش مواقع في صنعاء وعدن", "yemeni-armed-forces"),
        ("هاجم الجيش مواقع في بغداد والموصل", "iraqi-armed-forces"),
    ],
)
def test_a_weak_form_means_the_army_of_the_country_of_the_places(read: Read, text: str, actor: str) -> None:
    assert actors(read(text)) == [(actor, "weak")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("أعلن تنظيم داعش مسؤوليته. وهاجم التنظيم القرية.", "islamic-state"),
        ("أعلن تنظيم القاعدة مسؤوليته. وهاجم التنظيم القرية.", "al-qaeda"),
        ("أعلن الجيش السوري بدء عملية. وقصف الجيش أهدافا في بغداد والموصل.", "syrian-armed-forces"),
    ],
)
def test_a_name_in_full_says_whom_the_weak_form_means(read: Read, text: str, actor: str) -> None:
    assert actors(read(text)) == [(actor, "name"), (actor, "weak")]


@pytest.mark.parametrize("text", ["هاجم الجيش الموقع", "هاجم التنظيم القرية"])
def test_an_unknown_one_stands_for_itself(read: Read, text: str) -> None:
    assert [form for _, form in actors(read(text))] == [GENERIC]


def test_nobody_is_named_by_a_verb_of_acts(read: Read) -> None:
    assert actors(read("فتح مقاتلون النار على دورية في أنقرة")) == []
