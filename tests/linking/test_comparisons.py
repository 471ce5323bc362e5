"""Comparisons: each ends in a level that always holds, and names are told apart."""

from isnad.linking.comparisons import COMPARISONS, ELSE


def test_every_comparison_ends_in_a_level_that_holds_where_no_other_does() -> None:
    for comparison in COMPARISONS:
        assert [level.sql for level in comparison.levels].count(ELSE) == 1
        assert comparison.levels[-1].sql == ELSE


def test_levels_of_a_comparison_have_names_of_their_own() -> None:
    for comparison in COMPARISONS:
        assert len({level.name for level in comparison.levels}) == len(comparison.levels)
