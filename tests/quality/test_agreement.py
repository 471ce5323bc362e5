"""Values agree as the codebook means them: names by content words, days by half their union, counts to the letter."""

from typing import Any

import pytest

from quality.agreement import (
    admin_key,
    bare,
    count,
    interval,
    names,
    names_no_day,
    place_names,
    same_admin,
    same_field,
    same_name,
    same_place,
    same_when,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مدينة إدلب", "ادلب"),
        ("«قسد»", "قسد"),
        ("دورية للجيش", "دورية الجيش"),
        ("كتيبة الفجر", "مقاتلي كتيبة الفجر"),
        ("صحيفة", "الصحيفة"),
    ],
)
def test_same_names(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("مدينة إدلب", "مدينة حماة"), ("", "إدلب"), ("«»", "«»")])
def test_different_names(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_generic_words_count_where_nothing_else_is_left() -> None:
    assert not same_name("تنظيم", "حركة")
    assert same_name("التنظيم", "تنظيم")


def test_a_bare_word_stays_bare() -> None:
    assert bare("والمدينه") == bare("مدينه") == "مدينه"
    assert bare("ال") == "ال"


def test_divisions_are_the_same_without_article_kind_and_accents() -> None:
    assert same_admin("Al-Hasakah Governorate", "Hasakah")
    assert same_admin("Ḥalab", "Aleppo")
    assert not same_admin("Idlib", "Daraa")
    assert admin_key("Rif Dimashq Province") == "rif dimashq"


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ({"earliest": "2023-01-01", "latest": None}, 1),
        (["2023-01-01", "2023-01-03"], 3),
        ({"earliest": "2023-01-03", "latest": "2023-01-01"}, 3),
        (None, None),
        ({"earliest": None, "latest": None}, None),
        ({"earliest": "soon", "latest": "soon"}, None),
    ],
)
def test_intervals(slot: Any, expected: int | None) -> None:
    days = interval(slot)
    assert (days and days[1] - days[0] + 1) == expected


def test_days_agree_from_half_their_union_on() -> None:
    week = {"earliest": "2023-01-01", "latest": "2023-01-08"}
    assert same_when(week, {"earliest": "2023-01-05", "latest": "2023-01-08"})
    assert not same_when(week, {"earliest": "2023-01-06", "latest": "2023-01-08"})
    assert not same_when(week, None)


def test_a_when_without_days_is_told_from_one_that_cannot_be_read() -> None:
    assert names_no_day({"earliest": None, "latest": None})
    assert not names_no_day({"earliest": "soon", "latest": None})


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ({"low": 140, "high": None}, (140, None)),
        ([2, 2], (2, 2)),
        (7, (7, 7)),
        ({"low": 0, "high": 0}, (0, 0)),
        ({"low": None, "high": None}, None),
        ([], None),
        (None, None),
    ],
)
def test_counts(slot: Any, expected: tuple[int, int | None] | None) -> None:
    assert count(slot) == expected


def test_members_go_by_all_their_forms() -> None:
    assert names(["قسد", {"text": "القوات", "name": "Forces", "also": ["القوة"]}, {}]) == [
        ["قسد"],
        ["القوات", "Forces", "القوة"],
    ]
    assert names("قسد") == [["قسد"]]
    assert names(None) == []


def test_places_by_name_and_fields_by_key() -> None:
    assert place_names("سرمين") == place_names({"text": "سرمين"}) == ["سرمين"]
    assert same_place({"text": "بلدة سرمين", "name": "Sarmin"}, {"text": "سرمين"})
    assert same_field({"country": "sy"}, {"country": "SY"}, "country")
    assert same_field({"admin1": "Hamah"}, {"admin1": "Hama"}, "admin1")
    assert not same_field({"country": " "}, {"country": "SY"}, "country")
