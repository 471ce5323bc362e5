"""Standing: how the text presents an act (codebook, `status`)."""

from collections.abc import Callable

import pytest

from isnad.coding.acts import find_acts
from isnad.coding.reading import Reading
from isnad.coding.standing import status_by_rule, turn_of, turning_words

Read = Callable[[str], Reading]

STATUSES = [
    ("قصف الطيران القرية أمس", "happened"),
    ("نفت الوزارة وقوع هجوم على المطار", "denied"),
    ("نفى الناطق وقوع قصف على القرية. وقال سكان إن القصف دمر منزلين.", "disputed"),
    ("يزعم السكان وقوع قصف", "alleged"),
    ("مزاعم عن هجوم على القافلة", "alleged"),
    ("إحباط محاولة تفجير سيارة مفخخة", "foiled"),
    ("تخطط المجموعة لهجوم على السفارة", "threatened"),
    ("سيقصف الطيران المدينة", "threatened"),
    ("دعا القيادي إلى مهاجمة القوافل", "threatened"),
    ("يخشى السكان من هجوم على البلدة", "hypothetical"),
    ("إذا هاجم المسلحون القرية", "hypothetical"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_markers_turn_an_act(read: Read, text: str, status: str) -> None:
    reading = read(text)
    assert status_by_rule(reading, find_acts(reading)) == status


@pytest.mark.parametrize(
    "text",
    [
        "لم يقتل أحد في القصف على البلدة",
        "انفجرت عبوة في السوق دون وقوع إصابات",
        "لم تقع أي إصابات في الهجوم على الثكنة",
    ],
)
def test_a_negated_loss_does_not_negate_the_act(read: Read, text: str) -> None:
    reading = read(text)
    assert status_by_rule(reading, find_acts(reading)) == "happened"


def test_the_words_that_turn_an_act_are_told(read: Read) -> None:
    reading = read("نفت الوزارة وقوع هجوم على المطار")
    (act,) = find_acts(reading)
    assert (turn_of(reading, act), turning_words(reading, act)) == ("denied", "نفت")


def test_a_marker_in_another_clause_turns_nothing(read: Read) -> None:
    reading = read("نفت الوزارة الخبر، وقصف الطيران القرية")
    (act,) = find_acts(reading)
    assert (turn_of(reading, act), turning_words(reading, act)) == ("happened", "")


def test_a_foiled_attack_is_foiled_beside_the_act_of_foiling(read: Read) -> None:
    reading = read("أحبطت الشرطة هجوما على المحطة")
    turned = {act.id: turn_of(reading, act) for act in find_acts(reading)}
    assert turned["attack"] == "foiled"
