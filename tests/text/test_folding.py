"""Folding and the way back."""

import pytest

from isnad.text.folding import Folded, fold


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("قُتِلَ", "قتل"),
        ("الجيـــش", "الجيش"),
        ("أإآٱ", "اااا"),
        ("مدرسة فتاة مؤتة", "مدرسه فتاه موته"),
        ("مستشفى", "مستشفي"),
        ("مئة هيئة", "ميه هييه"),
        ("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹", "0123456789 0123456789"),
        ("BBC Élan", "bbc Élan"),
        ("کیف", "كيف"),
        ("أ\u00a0ب\u202fج\tد\r\nه", "ا ب ج د \nه"),
        ("سطر\u2028سطر\u2029سطر\u0085سطر", "سطر\nسطر\nسطر\nسطر"),
        ("\u202bنص\u202c\u200f\ufeff", "نص"),
        ("اللّٰه", "الله"),
        ("هدوء", "هدوء"),
        ("", ""),
    ],
)
def test_what_is_unified(raw: str, folded: str) -> None:
    assert fold(raw) == folded


def test_a_span_takes_the_marks_of_its_last_letter_along() -> None:
    raw = "قال قُتِلَ أمس"
    folded = Folded(raw)
    start = folded.text.index("قتل")
    low, high = folded.span(start, start + 3)
    assert raw[low:high] == "قُتِلَ"


def test_a_span_leaves_direction_marks_outside() -> None:
    raw = "\u202bالجيشَ\u202c هنا"
    folded = Folded(raw)
    low, high = folded.span(0, 5)
    assert raw[low:high] == "الجيشَ"


def test_marks_of_the_last_letter_stay_when_a_direction_mark_follows() -> None:
    raw = "شخصاً\u200f."
    folded = Folded(raw)
    low, high = folded.span(0, 4)
    assert raw[low:high] == "شخصاً"


def test_an_empty_span_is_one_position() -> None:
    folded = Folded("اَب")
    assert folded.span(1, 1) == (2, 2)
    assert folded.span(1, 0) == (2, 2)
    assert folded.original(2) == 3
    assert Folded("").span(0, 0) == (0, 0)


@pytest.mark.parametrize("raw", ["أُمّ القُرى\u200f، BBC ٢٠٢٢", "مؤتة\u00a0إلى\u2028آخر ۱۲ ﷺ", "ßİÉ ئک"])
def test_a_short_name_folds_as_a_long_text_does(raw: str) -> None:
    blanks = " " * 100
    assert fold(raw) + blanks == fold(raw + blanks) == Folded(raw + blanks).text
