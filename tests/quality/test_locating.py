"""Annotated words are found to the letter, or it is said what is not in the text."""

import pytest

from quality.locating import BadAnnotationError, NotInTextError, Words, locate

TEXT = "قصف على سرمين، ثم قصف على بنش"


def test_the_first_occurrence_unless_another_is_asked_for() -> None:
    assert locate(TEXT, "قصف").start == 0
    second = locate(TEXT, "قصف@2")
    assert (second.start, second.text) == (TEXT.rindex("قصف"), "قصف")
    assert TEXT[second.start : second.end] == second.text


@pytest.mark.parametrize("words", ["حماة", "قصف@3", "قصفٌ"])
def test_words_that_are_not_there(words: str) -> None:
    with pytest.raises(NotInTextError, match="times in the text"):
        locate(TEXT, words)


def test_an_at_sign_that_counts_nothing_is_a_letter() -> None:
    assert locate("بريد a@b.c", "a@b.c").text == "a@b.c"
    assert locate("بريد a@0", "a@0").text == "a@0"


def test_file_and_field_are_named() -> None:
    words = Words("a99.yaml", TEXT)
    with pytest.raises(BadAnnotationError, match=r"a99\.yaml: incidents\[0\]\.targets\[1\]: 'حماة' stands 0 times"):
        words.all("incidents[0].targets", ["سرمين", "حماة"])
    with pytest.raises(BadAnnotationError, match=r"a99\.yaml: killed: 3 is more than 2"):
        words.range("killed", (3, 2))


def test_ranges_and_absent_words() -> None:
    words = Words("a99.yaml", TEXT)
    assert words.range("killed", (3, None)) == {"low": 3, "high": None}
    assert words.range("killed", None) is None
    assert words.one("speaker", None) is None
    assert words.one("speaker", "قصف@2") == "قصف"
