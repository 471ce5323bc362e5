"""Standing verdicts, and the chain that contradicts a new one."""

from isnad.linking.verdicts import contradicting_chain, verdicts
from tests.linking.making import judged


def test_the_later_judgement_on_a_pair_stands_and_undone_ones_do_not() -> None:
    said = [judged(1, "same", 1, 2), judged(2, "different", 2, 1), judged(3, "same", 3, 4, undone=True)]
    assert verdicts(reversed(said)) == {("m-1", "m-2"): "different"}


def test_a_different_is_contradicted_by_a_chain_of_same() -> None:
    said = [judged(1, "same", 1, 2), judged(2, "same", 2, 3)]
    assert contradicting_chain(said, "different", "m-1", "m-3") == ("m-1", "m-2", "m-3")
    assert contradicting_chain(said, "same", "m-1", "m-3") == ()


def test_a_same_is_contradicted_by_a_chain_with_one_different_in_it() -> None:
    said = [judged(1, "same", 1, 2), judged(2, "different", 2, 3), judged(3, "same", 3, 4)]
    assert contradicting_chain(said, "same", "m-1", "m-4") == ("m-1", "m-2", "m-3", "m-4")
    assert contradicting_chain(said, "unsure", "m-1", "m-4") == ()


def test_changing_ones_mind_on_the_very_pair_contradicts_nothing() -> None:
    assert contradicting_chain([judged(1, "different", 1, 2)], "same", "m-1", "m-2") == ()
