"""Words and what stands between them."""

from isnad.text.tokens import Tokens


def test_words_and_gaps() -> None:
    tokens = Tokens(" قال: f-16، 25% ")
    assert tokens.words == ["قال", "f", "16", "25"]
    assert [tokens.gap(index) for index in range(4)] == [": ", "-", "، ", "% "]
    assert tokens.between(0, 5) == (0, 1)
    assert tokens.between(6, 9) == (1, 3)
    assert tokens.first_at(4) == 1


def test_underscores_part_words_as_in_hashtags() -> None:
    assert Tokens("#غارات_ليليه").words == ["غارات", "ليليه"]


def test_no_words() -> None:
    tokens = Tokens("… !")
    assert len(tokens) == 0
    assert tokens.between(0, 3) == (0, 0)
