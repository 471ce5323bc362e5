"""Acts: the words of a report that may speak of an incident."""

from collections.abc import Callable

import pytest

from isnad.coding.acts import find_acts
from isnad.coding.reading import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize("text", ["وصلت القافلة فجر الجمعة", "عاد الهدوء إلى البلدة", "زار الوزير المدرسة"])
def test_a_quiet_text_has_no_act(read: Read, text: str) -> None:
    assert find_acts(read(text)) == []


def test_a_dawn_is_no_blast_beside_a_blast(read: Read) -> None:
    reading = read("فجر المسلحون سيارة مفخخة فجر الجمعة")
    assert [(act.first, act.type) for act in find_acts(reading)] == [(0, "bombing")]


def test_the_longest_words_make_one_act(read: Read) -> None:
    reading = read("هجوم انتحاري على الثكنة")
    (act,) = find_acts(reading)
    assert reading.words(act.first, act.last) == "هجوم انتحاري"
    assert act.type == "suicide_bombing"


def test_triggers_and_harms_come_in_the_order_of_the_text(read: Read) -> None:
    found = find_acts(read("قتل جنديان وأصيب ثالث في انفجار عبوة"))
    assert [(act.index, act.kind, act.type) for act in found] == [
        (0, "harm", "killing"),
        (1, "harm", None),
        (2, "trigger", "bombing"),
    ]


def test_an_act_knows_its_sentence(read: Read) -> None:
    found = find_acts(read("قصف الطيران القرية. واعتقلت الشرطة رجلين."))
    assert [(act.sentence, act.type) for act in found] == [(0, "shelling"), (1, "arrest")]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("فتح مسلحان النار على الدورية", ["open-fire"]),
        ("ألقى ملثمان قنبلة على المقهى", ["throw"]),
        ("تبادلت الدورية إطلاق النار مع ملثمين", ["exchange-fire", "shooting"]),
        ("تبادل الوزيران التحية", []),
        ("ألقى الوزير كلمة في المدرسة", []),
        ("تغير لون السماء لاحقا", []),
    ],
)
def test_a_verb_that_needs_its_object_is_an_act_only_with_it(read: Read, text: str, acts: list[str]) -> None:
    assert [act.id for act in find_acts(read(text))] == acts


def test_a_foiled_attack_stays_an_attack(read: Read) -> None:
    assert "armed_attack" in [act.type for act in find_acts(read("إحباط هجوم على الكنيسة"))]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("خطر يهدد حياة السكان", 0),
        ("هدد الفصيل بمهاجمة المدينة", 1),
        ("تعثرت العملية السياسية", 0),
        ("أعدم صدام حسين", 0),
    ],
)
def test_a_word_that_follows_may_make_it_another_thing(read: Read, text: str, acts: int) -> None:
    found = [
        act for act in find_acts(read(text)) if act.kind == "trigger" and act.id in ("threaten", "operation", "clash")
    ]
    assert len(found) == acts
