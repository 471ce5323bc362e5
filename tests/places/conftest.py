"""What the tests of places share: the gazetteer, built once into a temporary cache, and a plain scan for its names."""

import re
from collections.abc import Callable

import pytest

from isnad.places.building import build_columns
from isnad.places.gazetteer import Gazetteer
from isnad.text.folding import fold

Hit = tuple[int, int, int]
CLITICS = {"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وال"}


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Ours alone, whatever the user has imported."""
    return Gazetteer(build_columns())


@pytest.fixture(scope="session")
def scan(gazetteer: Gazetteer) -> Callable[[str], tuple[str, list[Hit]]]:
    """Folded text and hits whose edges are right, as the coder would give them (by dictionary, not automaton)."""
    ids = {name: row for row, name in enumerate(gazetteer.names)}
    longest = max(name.count(" ") for name in ids) + 1

    def scan_text(text: str) -> tuple[str, list[Hit]]:
        folded = re.sub(r"[^\w\n]|_", " ", fold(text))
        words = [match.span() for match in re.finditer(r"\w+", folded)]
        hits: list[Hit] = []
        for row, (first, _) in enumerate(words):
            for _, end in words[row : row + longest]:
                for cut in range(3):
                    name = folded[first + cut : end]
                    if folded[first : first + cut] in CLITICS and name in ids:
                        hits.append((first + cut, end, ids[name]))
        return folded, hits

    return scan_text
