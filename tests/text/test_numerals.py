"""Quantities, by a table of our own (`numerals.tsv`) and one by one."""

from pathlib import Path

import pytest

from isnad.text.folding import fold
from isnad.text.numerals import Quantity, find_quantities
from isnad.text.tokens import Tokens

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "numerals.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def found_in(text: str) -> list[Quantity]:
    tokens = Tokens(fold(text))
    return find_quantities(tokens, 0, len(tokens))


def written(quantity: Quantity) -> str:
    """A quantity as the table writes it."""
    marks = "~" * quantity.approximate + "v" * quantity.vague
    if quantity.high is None:
        return f"{marks}{quantity.low}+"
    return f"{marks}{quantity.low}" + (f"-{quantity.high}" if quantity.high != quantity.low else "")


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_table(text: str, expected: str) -> None:
    assert " ".join(written(quantity) for quantity in found_in(text)) == expected


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 120
    assert len({text for text, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("text", "words", "core", "joined"),
    [
        ("سقوط ما لا يقل عن 140 قتيلا", "ما لا يقل عن 140", 5, False),
        ("سقوط 140 على الأقل هناك", "140 علي الاقل", 1, False),
        ("قتل ما بين 3 و5 جنود", "ما بين 3 و5", 3, False),
        ("قتل جندي و5 مدنيين", "و5", 2, True),
        ("قتل جندي وواحد من المارة", "وواحد", 2, True),
        ("قتل واحد منهم", "واحد", 1, False),
        ("قتل عدد كبير من الجنود", "عدد كبير من", 1, False),
        ("نزوح ثلاثة ملايين ونصف المليون شخص", "ثلاثه ملايين ونصف المليون", 1, False),
    ],
)
def test_which_words_a_quantity_takes(text: str, words: str, core: int, joined: bool) -> None:
    (quantity,) = found_in(text)
    assert " ".join(Tokens(fold(text)).words[quantity.first : quantity.last]) == words
    assert (quantity.core, quantity.joined) == (core, joined)


def test_words_outside_the_limits_are_not_read() -> None:
    tokens = Tokens(fold("أكثر من 25 ألفا ونصف على الأقل"))
    assert find_quantities(tokens, 2, 3) == [Quantity(2, 2, 3, 25, 25)]


def test_a_bound_belongs_to_one_number_only() -> None:
    assert [written(q) for q in found_in("قتل نحو 5 و7 جرحى")] == ["~5", "7"]
    assert [written(q) for q in found_in("أصيب 5 تقريبا 7 منهم")] == ["~5", "7"]
