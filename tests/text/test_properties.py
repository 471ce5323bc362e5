"""What must hold for any text at all."""

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from isnad.text.folding import Folded, fold
from isnad.text.language import is_arabic
from isnad.text.numerals import find_quantities
from isnad.text.quotations import find_quotations
from isnad.text.sentences import LONGEST, split_sentences
from isnad.text.tokens import Tokens
from tests.strategies import DIACRITICS, DIRECTION_MARKS, TATWEEL, ZERO_WIDTH, texts

UNSEEN = DIACRITICS + TATWEEL + DIRECTION_MARKS + ZERO_WIDTH


@given(texts())
def test_folding_twice_is_folding_once(raw: str) -> None:
    folded = fold(raw)
    assert fold(folded) == folded == Folded(raw).text
    assert len(folded) <= len(raw)
    assert not set(folded) & set(UNSEEN)


@given(texts(), st.data())
def test_every_span_leads_back_to_the_words_it_came_from(raw: str, data: st.DataObject) -> None:
    folded = Folded(raw)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    low, high = folded.span(start, end)
    assert 0 <= low <= high <= len(raw)
    assert fold(raw[low:high]) == folded.text[start:end]
    if start < end:
        assert raw[low] not in UNSEEN


@given(texts())
def test_original_positions_rise_and_stay_inside(raw: str) -> None:
    folded = Folded(raw)
    places = [folded.original(position) for position in range(len(folded.text))]
    assert all(before < after for before, after in pairwise(places))
    assert fold("".join(raw[place] for place in places)) == folded.text


@given(texts(), st.lists(st.text(alphabet=UNSEEN, max_size=3), min_size=1, max_size=5))
def test_what_is_not_seen_changes_no_reading(raw: str, marks: list[str]) -> None:
    strewn = "".join(letter + marks[index % len(marks)] for index, letter in enumerate(raw))
    assert fold(strewn) == fold(raw)


@given(texts())
def test_words_stand_where_they_say_in_order(raw: str) -> None:
    tokens = Tokens(fold(raw))
    assert len(tokens) == len(tokens.words) == len(tokens.starts) == len(tokens.ends)
    edges = [edge for pair in zip(tokens.starts, tokens.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    for index, word in enumerate(tokens.words):
        start, end = tokens.starts[index], tokens.ends[index]
        assert word == tokens.folded[start:end]
        assert word
        assert tokens.between(start, end) == (index, index + 1)
        assert tokens.first_at(start) == index
        assert not any(sign.isalnum() for sign in tokens.gap(index))


@given(texts())
def test_sentences_cover_every_word_and_never_overlap(raw: str) -> None:
    folded = fold(raw)
    sentences = split_sentences(folded)
    assert [sentence.index for sentence in sentences] == list(range(len(sentences)))
    position = 0
    for sentence in sentences:
        assert position <= sentence.start < sentence.end
        assert folded[position : sentence.start].strip() == ""
        assert folded[sentence.start : sentence.end].strip()
        assert "\n" not in folded[sentence.start : sentence.end].strip()
        position = sentence.end
    assert folded[position:].strip() == ""


@given(st.text(alphabet="اب ،.\n", min_size=LONGEST, max_size=3 * LONGEST))
def test_no_sentence_is_longer_than_the_longest(folded: str) -> None:
    assert max((s.end - s.start for s in split_sentences(folded)), default=0) <= LONGEST


@given(texts())
def test_quotations_nest_and_hold_something(raw: str) -> None:
    folded = fold(raw)
    found = find_quotations(folded)
    assert found == sorted(found, key=lambda q: (q.start, -q.end))
    for index, one in enumerate(found):
        assert 0 < one.start < one.end < len(folded)
        assert one.depth >= 0
        for other in found[index + 1 :]:
            assert other.start >= one.end or other.end <= one.end


@given(texts(), st.data())
def test_quantities_are_in_order_and_inside(raw: str, data: st.DataObject) -> None:
    tokens = Tokens(fold(raw))
    first = data.draw(st.integers(0, len(tokens)))
    last = data.draw(st.integers(first, len(tokens)))
    found = find_quantities(tokens, first, last)
    edges = [first, *(edge for q in found for edge in (q.first, q.last)), last]
    assert edges == sorted(edges)
    for quantity in found:
        assert quantity.first <= quantity.core < quantity.last
        assert quantity.low >= 0
        assert quantity.high is None or quantity.low <= quantity.high
        assert not (quantity.vague and quantity.high is not None)


@given(st.integers(0, 9_999_999_999))
def test_digits_are_read_as_written(number: int) -> None:
    eastern = str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for written in (str(number), eastern, f"{number:,}", f"{number:,}".replace(",", "٬")):
        tokens = Tokens(fold(f"سقوط {written} شخص"))
        (quantity,) = find_quantities(tokens, 0, len(tokens))
        assert (quantity.low, quantity.high) == (number, number)


@given(texts())
def test_the_language_of_any_text_is_told(raw: str) -> None:
    assert is_arabic(raw) in (True, False)
    if not any(unicodedata.category(sign).startswith("L") for sign in raw):
        assert is_arabic(raw)
