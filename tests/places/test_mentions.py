"""Mentions: heads and relations before names, false friends, and spans that hold for any text."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.places.gazetteer import Gazetteer
from isnad.places.mentions import Mentioned, longest_hits, read_mentions

Scan = Callable[[str], tuple[str, list[tuple[int, int, int]]]]


def read(text: str, scan: Scan, gazetteer: Gazetteer) -> list[tuple[str, Mentioned]]:
    folded, hits = scan(text)
    return [(folded[m.start : m.end], m) for m in read_mentions(folded, hits, gazetteer)]


@pytest.mark.parametrize(
    ("text", "name", "head", "relation", "distance"),
    [
        ("انفجار في محافظة حلب", "حلب", "محافظه", None, None),
        ("قصف على ريف حلب الشرقي", "حلب", "ريف", "countryside_of", None),
        ("اشتباك قرب مدينة منبج", "منبج", "مدينه", "near", None),
        ("كمين على بعد 20 كيلومترا من تدمر", "تدمر", None, "near", 20.0),
        ("كمين على بُعد ٢٠ كم شرق تدمر", "تدمر", None, "east_of", 20.0),
        ("غارة شمالي غرب الرقة", "الرقه", None, "northwest_of", None),
        ("غارة إلى الشرق من الفلوجة", "الفلوجه", None, "east_of", None),
        ("قصف محيط بلدة كفرنبل", "كفرنبل", "بلده", "near", None),
        ("هجوم على أطراف جنين", "جنين", None, "outskirts_of", None),
        ("تفجير وسط بغداد", "بغداد", None, "centre_of", None),
        ("في العاصمة السورية دمشق", "دمشق", "عاصمه", None, None),
        ("عشرة أميال جنوب تعز", "تعز", None, "south_of", 16.09),
        ("500 متر من معبر رفح", "معبر رفح", None, "near", 0.5),
        ("كم من حلب", "حلب", None, None, None),
        ("خمسة كيلومترات غربي سنجار", "سنجار", None, "west_of", 5.0),
        ("خرج من سجن تشرين وسد «تشرين»", "تشرين", "سد", None, None),
    ],
)
def test_what_stands_before_a_name(
    text: str,
    name: str,
    head: str | None,
    relation: str | None,
    distance: float | None,
    scan: Scan,
    gazetteer: Gazetteer,
) -> None:
    mention = dict(read(text, scan, gazetteer))[name]
    assert (mention.head, mention.relation) == (head, relation)
    if distance is not None:
        assert mention.distance_km == pytest.approx(distance)


def test_between_holds_for_both_names(scan: Scan, gazetteer: Gazetteer) -> None:
    found = read("على الطريق بين صنعاء وتعز", scan, gazetteer)
    assert [(name, mention.relation) for name, mention in found] == [("صنعاء", "between"), ("تعز", "between")]


def test_the_words_before_a_name_belong_to_it(scan: Scan, gazetteer: Gazetteer) -> None:
    folded, hits = scan("قتلوا قرب مدينة منبج")
    (mention,) = read_mentions(folded, hits, gazetteer)
    assert folded[mention.head_start : mention.end] == "قرب مدينه منبج"


@pytest.mark.parametrize(
    "text",
    [
        "قتل عبد الله سالم في الهجوم",
        "قال محمد علي إن الجيش تقدم",
        "كان الرئيس في بيان يوم الخميس",
        "على أساس العدالة والسلام والأمل",
        "دعا خالد الصور القديمة",
        "في المنطقة الغربية",
        "الدمشقي والحلبي والموصلي",
        "وانا لا أعرف فان جاء",
        "وصل الناطق محمد عمران",
        "نقلت صحيفة الشرق الأوسط عن الخوذ البيضاء",
        "أعلنت قوات سوريا الديمقراطية وكتائب الموصل",
        "قال البيت الأبيض",
    ],
)
def test_ordinary_words_and_people_are_no_places(text: str, scan: Scan, gazetteer: Gazetteer) -> None:
    assert read(text, scan, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("في بلدة وانا", "وانا"),
        ("اشتباكات في حي الشعب ببغداد", "حي الشعب"),
        ("مقتل ثلاثة في محافظة إب", "اب"),
        ("عاد من مالي", "مالي"),
        ("سيطروا على قرية سالم", "سالم"),
        ("وصلوا إلى الباب", "الباب"),
    ],
)
def test_the_same_words_are_places_where_the_text_says_so(
    text: str, name: str, scan: Scan, gazetteer: Gazetteer
) -> None:
    assert name in dict(read(text, scan, gazetteer))


def test_yemen(scan: Scan, gazetteer: Gazetteer) -> None:
    found = read("قال عبد الله إن القصف طال صنعاء وتعز وميناء عدن", scan, gazetteer)
    assert [name for name, _ in found] == ["صنعاء", "تعز", "عدن"]


def test_the_longest_name_wins() -> None:
    assert longest_hits([(0, 3, 1), (0, 9, 2), (4, 9, 3), (10, 12, 4), (8, 12, 5)]) == [(0, 9, 2), (10, 12, 4)]


WORDS = st.sampled_from(
    [
        "في",
        "من",
        "على",
        "قرب",
        "شمال",
        "شرق",
        "ريف",
        "مدينة",
        "محافظة",
        "بين",
        "و",
        "حلب",
        "دمشق",
        "عدن",
        "تعز",
        "سوريا",
        "20",
        "كم",
        "كيلومترا",
        "محمد",
        "عبد",
        "الله",
        "الباب",
        "الجديدة",
        "بحلب",
        "وتعز",
    ]
)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(WORDS, max_size=25), gap=st.sampled_from([" ", "\n", " . ", "، "]))
def test_spans_hold_for_any_text(words: list[str], gap: str, scan: Scan, gazetteer: Gazetteer) -> None:
    folded, hits = scan(gap.join(words))
    found = read_mentions(folded, hits, gazetteer)
    assert {(m.start, m.end, m.name_id) for m in found} <= set(hits)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for mention in found:
        assert 0 <= mention.head_start <= mention.start < mention.end <= len(folded)
        assert folded[mention.start : mention.end] == gazetteer.names[mention.name_id]
        assert "\n" not in folded[mention.head_start : mention.end]
        assert mention.distance_km is None or mention.distance_km > 0
