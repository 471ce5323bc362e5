"""Standing verdicts."""

from isnad.linking.verdicts import verdicts
from tests.linking.making import judged


def test_the_later_judgement_on_a_pair_stands_and_undone_ones_do_not() -> None:
    said = [judged(1, "same", 1, 2), judged(2, "different", 2, 1), judged(3, "same", 3, 4, undone=True)]
    assert verdicts(reversed(said)) == {("m-1", "m-2"): "different"}
