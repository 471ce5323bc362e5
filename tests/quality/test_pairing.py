"""Pairs: only within a sentence, as many as can be, the likelier first, required rows before optional ones."""

from quality.pairing import LONGEST_MENTION, likeness, pair, sentences, spans_of
from tests.quality.builders import TEXT, clash, shelling, span


def test_rows_of_different_sentences_never_pair() -> None:
    assert pair([shelling()], [clash()], TEXT) == []
    assert pair([shelling(), clash()], [clash(), shelling()], TEXT) == [(1, 0), (0, 1)]


def test_a_mention_of_the_same_sentence_is_enough() -> None:
    assert pair([shelling()], [shelling(mentions=[span("أمس")])], TEXT) == [(0, 0)]


def test_the_likelier_of_two_is_taken() -> None:
    other = shelling(type="air_strike", killed=None, when=None)
    assert pair([shelling()], [other, shelling()], TEXT) == [(0, 1)]


def test_a_required_row_comes_before_an_optional_one_that_fits_better() -> None:
    poor = shelling(type="other", killed=None, when=None, where=None, optional=False)
    assert pair([shelling(optional=True), poor], [shelling()], TEXT) == [(1, 0)]


def test_likeness_counts_what_agrees() -> None:
    bounds = sentences(TEXT)
    assert likeness(shelling(), shelling(), bounds) == 1 + 1 + 1 + 0.4 + 0.5 + 0.5 + 0.5
    assert likeness(shelling(), shelling(killed=None, type="bombing"), bounds) == 1 + 1 + 0.4 + 0.5 + 0.5
    assert likeness(shelling(), shelling(mentions=[]), bounds) == 0


def test_a_sentence_ends_at_a_mark_before_a_space() -> None:
    assert [TEXT[a:b][-1] for a, b in sentences(TEXT)] == [".", ".", ".", "."]
    assert sentences("3.5 بلا نهاية") == [(0, 13)]
    assert sentences("") == []


def test_a_long_mention_is_cut() -> None:
    assert spans_of({"mentions": [{"start": 5, "end": 900}, [5, 900]], "start": 1, "end": 3}) == [
        (5, 5 + LONGEST_MENTION),
        (5, 5 + LONGEST_MENTION),
        (1, 3),
    ]
    assert spans_of({"mentions": [{"text": "بلا موضع"}]}) == []
