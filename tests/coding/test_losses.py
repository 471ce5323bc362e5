"""Losses: which numbers of people a sentence tells, and what befell them (codebook, "Slots")."""

from collections.abc import Callable

import pytest

from isnad.coding.losses import find_losses
from isnad.coding.reading import Reading

Loss = tuple[str, int, int | None]

NUMBERS: list[tuple[str, list[Loss]]] = [
    ("16 قتيلا و21 جريحا", [("killed", 16, 16), ("wounded", 21, 21)]),
    ("الحصيلة 14 قتيلا و30 جريحا", [("killed", 14, 14), ("wounded", 30, 30)]),
    ("خلّف الانفجار 17 قتيلا ومائة جريح", [("killed", 17, 17), ("wounded", 100, 100)]),
    ("قتل سبعة مزارعين وأصيب أربعة آخرون", [("killed", 7, 7), ("wounded", 4, 4)]),
    ("تسعة جنود قتلوا في الكمين", [("killed", 9, 9)]),
    ("مقتل 3 جنود وخمسة مدنيين", [("killed", 8, 8)]),
    ("مقتل عشرة من عناصر التنظيم بينهم قيادي", [("killed", 10, 10)]),
    ("عدد الجرحى بلغ 18", [("wounded", 18, 18)]),
    ("وصل عدد القتلى بين الحراس الى 45", [("killed", 45, 45)]),
    ("قتل 15 مسلحا واعتقال 4", [("killed", 15, 15), ("captured", 4, 4)]),
    ("أسر أربعة جنود", [("captured", 4, 4)]),
    ("فرار 7 سجناء", [("escaped", 7, 7)]),
    ("لقوا حتفهم 3 جنود", [("killed", 3, 3)]),
]

BOUNDS: list[tuple[str, list[Loss]]] = [
    ("أصيب 12 عاملا على الأقل", [("wounded", 12, None)]),
    ("قتل ما لا يقل عن تسعة جنود", [("killed", 9, None)]),
    ("لقي 26 عاملا على الاقل حتفهم", [("killed", 26, None)]),
    ("واصيب في الحريق اكثر من ستين عاملا", [("wounded", 60, None)]),
    ("قتل بين 10 و15 مسلحا", [("killed", 10, 15)]),
    ("أسفر عن مقتل 11 على الأقل وجرح 20", [("killed", 11, None), ("wounded", 20, 20)]),
    ("عشرات القتلى", [("killed", 20, None)]),
    ("مقتل وإصابة العشرات", [("killed", 20, None), ("wounded", 20, None)]),
    ("سقوط قتلى وجرحى في السوق", [("killed", 3, None), ("wounded", 3, None)]),
]

FORMS: list[tuple[str, list[Loss]]] = [
    ("مقتل جندي", [("killed", 1, 1)]),
    ("قتيلان وجريح", [("killed", 2, 2), ("wounded", 1, 1)]),
    ("جرح شرطيان", [("wounded", 2, 2)]),
    ("ان عاملين اصيبا", [("wounded", 2, 2)]),
    ("قُتل مدني وأصيب طفلان", [("killed", 1, 1), ("wounded", 2, 2)]),
    ("استشهاد راع وإصابة ثلاثة آخرين", [("killed", 1, 1), ("wounded", 3, 3)]),
    ("ما أدى إلى مقتل جنديين وإصابة آخر", [("killed", 2, 2), ("wounded", 1, 1)]),
    ("مقتل الشيخ سرحان", [("killed", 1, 1)]),
]

JOINED: list[tuple[str, list[Loss]]] = [
    ("قتل 30 مدنيا و 8 شرطيين و 5 جنود في اغسطس", [("killed", 43, 43)]),
    ("قتل 12 شخصا على الأقل بينهم أربعة أطفال وامرأة", [("killed", 12, None)]),
    ("استشهاد وإصابة عدد من رجال الأمن والعاملين", [("killed", 3, None), ("wounded", 3, None)]),
    ("سقوط العشرات من الشهداء والجرحى", [("killed", 20, None), ("wounded", 20, None)]),
    ("مقتل ٥ نازحين في القصف", [("killed", 5, 5), ("displaced", 3, None)]),
    ("وأردوا ثلاثة جنود قتلى", [("killed", 3, 3)]),
    ("خطف مسلحون 27 تلميذا ومعلمين اثنين", [("captured", 29, 29)]),
    ("قتل في التفجير الذي استهدف الجسر 4 اشخاص واصيب 7 بجراح", [("killed", 4, 4), ("wounded", 7, 7)]),
    (
        "مقتل 21 من المتمردين ومقتل 3 من الجنود في مواجهات",
        [("killed", 21, 21), ("killed", 3, 3), ("killed", 24, 24)],
    ),
]

VERBS: list[tuple[str, list[Loss]]] = [
    ("قال مصدر إن جنديا قتل في الإقليم", [("killed", 1, 1)]),
    ("شقيقين قُتلا وأُصيبت والدتهما", [("killed", 2, 2), ("wounded", 1, 1)]),
    ("أطلقا النار على الحارس فقتلاه", [("killed", 1, 1)]),
    ("اطلقوا الرصاص عليه وأردوه قتيلا", [("killed", 1, 1)]),
    ("وكان شاب قد قُتل في ٢٧ نيسان الفائت", [("killed", 1, 1)]),
    ("قتل في مارس 2014 في المعارك", []),
    ("قضى في القصف تسعة مدنيين", [("killed", 9, 9)]),
    ("قتل شخص على الاقل", [("killed", 1, None)]),
    ("وقوع إصابتين على الأقل", [("wounded", 2, 2)]),
]

NOBODY: list[tuple[str, list[Loss]]] = [
    ("لم ترد أنباء عن وقوع إصابات", [("wounded", 0, 0)]),
    ("دون أن يسفر عن إصابات", [("wounded", 0, 0)]),
    ("دون وقوع ضحايا", [("killed", 0, 0), ("wounded", 0, 0)]),
    ("تستهدف القرى ولا خسائر بشرية", [("killed", 0, 0), ("wounded", 0, 0)]),
    ("لم يسفر الهجوم عن سقوط قتلى أو جرحى", [("killed", 0, 0), ("wounded", 0, 0)]),
    ("أحدا لم يصب بأذى", [("wounded", 0, 0)]),
    ("خسائر مادية كبيرة", []),
    ("زار الوزير المدرسة", []),
    ("وصل سبعة جنود إلى الثكنة", []),
]

TOLD_OTHERWISE: list[tuple[str, list[Loss]]] = [
    ("سقط 25 قتيلا وجريحا بقصف على السوق", [("killed", 1, 24), ("wounded", 1, 24)]),
    ("قتل أربعة عمال وجرح ثمانية على الأقل", [("killed", 4, 4), ("wounded", 8, None)]),
    ("مقتل عاملين على الأقل", [("killed", 2, None)]),
    ("مقتل خمسة أفراد عائلة واحدة", [("killed", 5, 5)]),
    ("إعدام 300 شخص مابين رجل وامرأة", [("killed", 300, 300)]),
    ("إن 33 عاملا، بينهم أطفال، قتلوا خلال الغارات", [("killed", 33, 33)]),
    ("قتل مسلحون يركبون دراجات 16 عاملا", [("killed", 16, 16)]),
    ("أن مزارعا استشهد وأصيب آخرون", [("killed", 1, 1), ("wounded", 3, None)]),
    ("إن الراوي قتل ليل الثلاثاء", [("killed", 1, 1)]),
    ("قتله مسلحون أمام منزله", [("killed", 1, 1)]),
    ("عثر عليه مقتولا بعدة طلقات", [("killed", 1, 1)]),
    ("مقتل 3 من أبنائه و4 من أحفاده", [("killed", 7, 7)]),
    ("فتحوا النار فأصابوا أحدهم", [("wounded", 1, 1)]),
    ("إعدام 14 شخصا في محافظة الشرق", [("killed", 14, 14)]),
]


NAMED: list[tuple[str, list[Loss]]] = [
    ("مقتل محمود الزرعاني و4 من حراسه", [("killed", 5, 5)]),
    ("اغتيال محمود الزرعاني", [("killed", 1, 1)]),
    ("مقتل سبعة جنود بالإضافة إلى ثلاثة مدنيين", [("killed", 10, 10)]),
    ("مقتل ضابط إلى جانب جنديين", [("killed", 3, 3)]),
    ("مقتل 9 جنود إضافة إلى عدد كبير من الجرحى", [("killed", 9, 9), ("wounded", 3, None)]),
    ("سقوط قتيلين على الأقل", [("killed", 2, None)]),
    ("قتل شخص واحد على الأقل", [("killed", 1, None)]),
    ("مقتل محمود الزرعاني وزير العدل", [("killed", 1, 1)]),
    ("راح ضحيته صبي", [("killed", 1, 1)]),
]


@pytest.mark.parametrize(
    ("sentence", "losses"), NAMED + NUMBERS + BOUNDS + FORMS + JOINED + VERBS + NOBODY + TOLD_OTHERWISE
)
def test_a_sentence_tells_these_losses(read: Callable[[str], Reading], sentence: str, losses: list[Loss]) -> None:
    assert [(tally.slot, tally.low, tally.high) for tally in find_losses(read(sentence), 0)] == losses


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("لقي 10 جنود و18 مسلحا على الأقل مصرعهم", (28, None)),
        ("الشابان لقيا حتفهما في غارة", (2, 2)),
        ("قتل 7 جنود في أعقاب حربي 1956 و1967", (7, 7)),
        ("مقتل الكثير من الجنود", (3, None)),
    ],
)
def test_what_reading_the_corpus_taught(
    read: Callable[[str], Reading], sentence: str, bounds: tuple[int, int | None]
) -> None:
    assert [(tally.low, tally.high) for tally in find_losses(read(sentence), 0) if tally.slot == "killed"] == [bounds]


def test_the_other_one_is_one(read: Callable[[str], Reading]) -> None:
    assert [(t.slot, t.low, t.high) for t in find_losses(read("اعتقال الآخر"), 0)] == [("captured", 1, 1)]


def test_losses_are_those_of_the_sentence_asked_for(read: Callable[[str], Reading]) -> None:
    reading = read("قتل ستة جنود. وأصيب ثمانية عمال.")
    assert [(t.slot, t.low) for t in find_losses(reading, 0)] == [("killed", 6)]
    assert [(t.slot, t.low) for t in find_losses(reading, 1)] == [("wounded", 8)]


@pytest.mark.parametrize(
    ("sentence", "group"),
    [("مقتل ستة مدنيين", "civilians"), ("مقتل ستة جنود", "forces"), ("مقتل ستة مقاتلين", "fighters")],
)
def test_a_loss_says_who_suffered(read: Callable[[str], Reading], sentence: str, group: str) -> None:
    (tally,) = find_losses(read(sentence), 0)
    assert tally.group == group
