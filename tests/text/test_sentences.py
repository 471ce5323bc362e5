"""Sentences: stops, lines, headings, over-long stretches."""

import pytest

from isnad.text.folding import fold
from isnad.text.sentences import LONGEST, split_sentences


def cut(text: str) -> list[str]:
    folded = fold(text)
    return [folded[s.start : s.end].strip() for s in split_sentences(folded)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("وقع انفجار. قتل شخص.", ["وقع انفجار.", "قتل شخص."]),
        ("ماذا جرى؟ لا أحد يعرف! ثم هدأ…", ["ماذا جري؟", "لا احد يعرف!", "ثم هدا…"]),
        ("قال «انتهى الأمر.» ثم رحل.", ["قال «انتهي الامر.»", "ثم رحل."]),
        ("زار د. سامر المكان.", ["زار د. سامر المكان."]),
        ("عنوان\nد. سامر هنا.", ["عنوان", "د. سامر هنا."]),
        ("1. بند أول\n2. بند ثان", ["1. بند اول", "2. بند ثان"]),
        ("أصيب نحو 5. ثم هدأ.", ["اصيب نحو 5.", "ثم هدا."]),
        ("بلغ 2.7 مليون شخص.", ["بلغ 2.7 مليون شخص."]),
        ("سطر\r\n\r\nسطر", ["سطر", "سطر"]),
        ("سطر\u2028سطر", ["سطر", "سطر"]),
        ("", []),
        (" \n\n . \n", ["."]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_headings_are_whole_lines_without_a_stop() -> None:
    text = "هجوم على حاجز\nقتل جنديان. وأصيب ثالث\nخاتمة"
    assert [(s.line, s.heading) for s in split_sentences(text)] == [(0, True), (1, False), (1, False), (2, True)]


def test_a_stretch_without_stops_is_cut_at_its_last_comma() -> None:
    text = "كلمة، " * 400
    sentences = split_sentences(text)
    assert all(s.end - s.start <= LONGEST for s in sentences)
    assert all(text[: s.end].rstrip().endswith("،") for s in sentences)


def test_without_commas_at_a_space_and_without_spaces_anywhere() -> None:
    spaced, solid = "كلمة " * 400, "ا" * 3000
    assert all(spaced[s.end - 1] == " " for s in split_sentences(spaced))
    assert [s.end - s.start for s in split_sentences(solid)] == [LONGEST, LONGEST, 3000 - 2 * LONGEST]
