"""Names of a long list: the longest at each word, clitics before it."""

import pytest

from isnad.lexicon import names as scanning
from isnad.lexicon.names import NameScanner
from isnad.text.folding import fold
from isnad.text.tokens import Tokens

NAMES = [
    fold(name)
    for name in ("حلب", "الرقة", "دير الزور", "دير", "خان شيخون", "وادي الدهب", "لبنان", "بلد", "مدينة الباب")
]
SCANNER = NameScanner(NAMES)


def found(text: str) -> list[tuple[str, str]]:
    tokens = Tokens(fold(text))
    return [(NAMES[name], tokens.folded[start:end]) for start, end, name in SCANNER.scan(tokens)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("في حلب", [("حلب", "حلب")]),
        ("بحلب وحلب ولحلب", [("حلب", "حلب")] * 3),
        ("والرقة", [("الرقه", "الرقه")]),
        ("للرقة", [("الرقه", "لرقه")]),
        ("في دير الزور", [("دير الزور", "دير الزور")]),
        ("ودير الزور", [("دير الزور", "دير الزور")]),
        ("دير قديم", [("دير", "دير")]),
        ("خان قديم", []),
        ("خان", []),
        ("مدينة الباب", [("مدينه الباب", "مدينه الباب")]),
        ("لبنان وبلد", [("لبنان", "لبنان"), ("بلد", "بلد")]),
        ("وادي الدهب", [("وادي الدهب", "وادي الدهب")]),
        ("حل", []),
        ("", []),
    ],
)
def test_the_longest_name_at_each_word(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "_REMEMBERED", 1)
    scanner = NameScanner(NAMES)
    for _ in range(3):
        assert len(scanner.scan(Tokens(fold("في حلب")))) == 1
        assert len(scanner.scan(Tokens(fold("قرب النهر")))) == 0
        assert len(scanner._known) + len(scanner._older) <= 4
