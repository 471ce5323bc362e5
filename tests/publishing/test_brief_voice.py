"""How briefs speak: counted nouns, digits, references, judging words."""

from datetime import UTC, date, datetime

import pytest

from isnad.publishing.brief_voice import Voice, judges, read_words

ARABIC, DIGITS, ENGLISH = Voice("ar"), Voice("ar", "arabic"), Voice("en", "arabic")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا قتلى"),
        (1, "قتيل واحد"),
        (2, "قتيلان"),
        (3, "3 قتلى"),
        (10, "10 قتلى"),
        (11, "11 قتيلاً"),
        (99, "99 قتيلاً"),
        (100, "100 قتيل"),
        (102, "102 قتيل"),
        (103, "103 قتلى"),
        (111, "111 قتيلاً"),
        (1200, "1,200 قتيل"),
    ],
)
def test_arabic_counts_agree(number: int, said: str) -> None:
    assert ARABIC.counted("killed", number) == said


def test_two_after_a_preposition() -> None:
    assert ARABIC.counted("incidents", 2, governed=True) == "واقعتين"
    assert ARABIC.counted("incidents", 5, governed=True) == "5 وقائع"


def test_every_counted_noun_has_all_arabic_forms() -> None:
    for noun, both in read_words().count.items():
        assert all((both.ar.two, both.ar.two_of, both.ar.few, both.ar.many)), noun
        assert "{n}" in both.ar.few, noun


def test_english_counts() -> None:
    assert [ENGLISH.counted("incidents", n) for n in (0, 1, 2)] == ["no incidents", "1 incident", "2 incidents"]
    assert ENGLISH.counted("killed", 60, open_=True) == "60 killed or more"


def test_digits_are_a_choice_and_only_in_arabic() -> None:
    assert DIGITS.number(12345) == "١٢٬٣٤٥"
    assert DIGITS.number(2.5) == "٢٫٥٠"
    assert DIGITS.day(date(2023, 3, 9)) == "٩ آذار/مارس ٢٠٢٣"
    assert DIGITS.percent(1, 3) == "٣٣٪"
    assert "٠٩:٣٠" in DIGITS.time(datetime(2023, 4, 5, 9, 30, tzinfo=UTC))
    assert ENGLISH.number(12345) == "12,345"


def test_references_draw_runs_together() -> None:
    assert ARABIC.references((7, 1, 2, 3, 5)) == "1–3, 5, 7"
    assert DIGITS.references((1, 2, 3, 9)) == "١–٣، ٩"
    assert (ARABIC.marks, DIGITS.marks, ENGLISH.marks) == ("ltr", "rtl", "ltr")


def test_spans_are_words_so_that_no_sign_turns_round() -> None:
    assert ARABIC.span(3, 7) == "من 3 إلى 7"
    assert ARABIC.span(3, None) == "3 فأكثر"
    assert ENGLISH.span(3, 7, True) == "3 to 7 or more"


def test_judging_words_stay_in_quotes_whoever_is_meant() -> None:
    assert judges("تنظيم الراية الإرهابي")
    assert judges("ميليشيات الوادي")
    assert not judges("قوات الشمال")
    assert ARABIC.quoted_if_judging("تنظيم الراية الإرهابي") == "«تنظيم الراية الإرهابي»"


def test_names_of_the_other_script_are_isolated() -> None:
    assert ARABIC.isolated("Nahr Monitor") == "\u2068Nahr Monitor\u2069"
    assert ENGLISH.isolated("وكالة النهر") == "\u2068وكالة النهر\u2069"
    assert ARABIC.isolated("وكالة النهر") == "وكالة النهر"


def test_the_words_of_both_languages_take_the_same_values() -> None:
    import re

    for group, labels in read_words().groups.items():
        for code, label in labels.items():
            assert sorted(re.findall(r"{\w+}", label.ar)) == sorted(re.findall(r"{\w+}", label.en)), (group, code)
