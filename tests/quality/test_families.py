"""Families of features: each is there in the weights that ship, and taking one out takes nothing else."""

import pytest

from isnad.coding.judging import load_judge
from quality.ablation import line_of
from quality.choosing import Choice
from quality.families import FAMILIES, Family, without
from quality.learning import Examples

WORDS = Family("words", {"mention": r"[<>]", "place": r"near:", "type": r"after:"})


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_each_family_has_features_for_each_of_its_questions(family: Family) -> None:
    for question in family.begins:
        asked = [q for name, q in load_judge().questions.items() if name.split(":")[0] == question]
        names = [name for one in asked for name in one.weights]
        assert 0 < len(family.keeps(question, names)) < len(names), question


def test_a_family_leaves_and_all_else_stays() -> None:
    examples = Examples()
    examples.add("mention", ["<word", "id:bombing"], True, 3)
    examples.add("same", ["<word"], True, 3)
    examples.choose("place", Choice([["near:2", "size:city"]], [True], ["none:place", "near:0"], 3))
    examples.statuses.append((["<word"], "happened", 3))
    kept, types = without(examples, [(["after:x", "rule:bombing"], "bombing", 3)], WORDS)
    assert dict(kept.rows) == {"mention": [(["id:bombing"], 1, 3)]}
    assert kept.choices["place"] == [Choice([["size:city"]], [True], ["none:place"], 3)]
    assert kept.statuses == []
    assert types == [(["rule:bombing"], "bombing", 3)]


def test_a_row_tells_how_far_the_figures_are_from_the_full_set() -> None:
    figures = dict.fromkeys(
        ("incidents", "typed", "when", "place", "killed", "perpetrators", "record", "sourced_record"), 50.0
    )
    assert line_of("x", figures).startswith("| x | 50.0 | 50.0 ")
    assert line_of("x", figures | {"record": 48.5}, figures).endswith("| +0.0 | -1.5 | +0.0 |")
