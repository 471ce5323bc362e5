"""Typing: the type of an incident by the codebook's rule, and by weights where a judge has them."""

from collections.abc import Callable

import pytest

from isnad.coding.acts import find_acts
from isnad.coding.judging import BIAS, Judge, Question
from isnad.coding.reading import Reading
from isnad.coding.typing import attacks_prison, choose_type, type_by_rule, type_features, weapons_near

Read = Callable[[str], Reading]

TYPES = [
    ("هجوم على القرية", "armed_attack"),
    ("قتل ثلاثة جنود", "killing"),
    ("غارة جوية على القرية", "air_strike"),
    ("هجوم انتحاري بسيارة مفخخة", "suicide_bombing"),
]

WEAPON_WINS = [
    ("هجوم على القرية بصواريخ", "shelling"),
    ("هجوم بالقذائف على الثكنة", "shelling"),
    ("قصف بالطائرات المسيرة على القرية", "drone_strike"),
    ("قتل مدني بعبوة ناسفة", "bombing"),
]

WEAPON_LOSES = [
    ("اشتباكات بالأسلحة والقذائف في القرية", "clash"),
    ("اغتيال ضابط بعبوة ناسفة", "assassination"),
    ("اعتقلت الشرطة رجلين بحوزتهما عبوة ناسفة", "arrest"),
]

PRISON = [
    ("هجوم على السجن المركزي", "prison_break"),
    ("استهدف الهجوم السجن", "prison_break"),
    ("هجوم انتحاري على سجن", "suicide_bombing"),
    ("قتل سجين في السجن", "killing"),
    ("زار الوزير السجن بعد هجوم على القرية", "armed_attack"),
]


@pytest.mark.parametrize(("text", "wanted"), TYPES + WEAPON_WINS + WEAPON_LOSES + PRISON)
def test_the_rule_of_the_codebook(read: Read, text: str, wanted: str) -> None:
    reading = read(text)
    acts = find_acts(reading)
    assert type_by_rule(reading, acts, weapons_near(reading, acts)) == wanted


def test_a_prison_counts_only_where_it_is_attacked(read: Read) -> None:
    attacked, visited = read("هجوم على السجن المركزي"), read("زار الوزير السجن بعد هجوم على القرية")
    assert attacks_prison(attacked, find_acts(attacked))
    assert not attacks_prison(visited, find_acts(visited))


def test_weapons_of_another_sentence_are_not_near(read: Read) -> None:
    reading = read("قتل ثلاثة جنود. عثر السكان على صواريخ.")
    (killing, *_) = find_acts(reading)
    assert weapons_near(reading, [killing]) == []


def test_features_name_the_rule_first_and_the_weapon(read: Read) -> None:
    reading = read("هجوم على القرية بصواريخ")
    features = type_features(reading, find_acts(reading))
    assert features[0] == "rule:shelling"
    assert {"id:attack", "weapon:rocket"} <= set(features)


JUDGE = Judge(
    {
        "type:clash": Question({BIAS: 0.5, "id:attack": 1.0}),
        "type:shelling": Question({BIAS: -0.25, "weapon:rocket": 2.5}),
        "type:arrest": Question({BIAS: 0.0}),
    }
)


@pytest.mark.parametrize(
    ("features", "chosen"),
    [
        (["rule:killing", "id:attack"], ("clash", 1.5, "arrest")),
        (["rule:killing", "id:attack", "weapon:rocket"], ("shelling", 0.75, "clash")),
        (["rule:killing"], ("clash", 0.5, "arrest")),
        (["rule:prison_break", "weapon:rocket"], ("prison_break", 0.0, "")),
    ],
)
def test_weights_choose_the_type_and_say_by_how_much(features: list[str], chosen: tuple[str, float, str]) -> None:
    assert choose_type(features, JUDGE) == chosen


def test_without_weights_the_rule_decides() -> None:
    assert choose_type(["rule:killing", "id:attack"], Judge({})) == ("killing", 0.0, "")
