"""Named rules over rival figures."""

from datetime import timedelta

import pytest

from isnad.linking.independence import Roots
from isnad.linking.reconciling import sourced_figures
from isnad.linking.roles import tell_roles
from isnad.linking.rules import best_figures
from isnad.model.mention import Mention
from isnad.model.recorded import Rule, SourcedFigure
from tests.linking.builders import DAY, MINISTRY, NORTH, WATCH, figure, loss, mention

NEXT = DAY + timedelta(days=1)


def grid(*mentions: Mention) -> tuple[SourcedFigure, ...]:
    return sourced_figures(tell_roles(mentions), Roots(mentions))


RIVALS = grid(
    mention(1, "وكالة النهر", killed=loss(9), chain=[MINISTRY]),
    mention(2, "صحيفة الضفة", killed=loss(14), chain=[WATCH]),
    mention(3, "صحيفة الجبل", NEXT, killed=loss(14)),
    mention(4, "صوت الشمال", NEXT, killed=loss(4), chain=[NORTH]),
)


@pytest.mark.parametrize(
    ("rule", "best", "roots"),
    [("acled_lowest", 4, 1), ("gtd_latest", 14, 2), ("ucdp", 14, 2), ("isnad_default", 14, 2)],
)
def test_each_rule_has_its_best_and_all_keep_the_span(rule: Rule, best: int, roots: int) -> None:
    (found,) = best_figures(RIVALS, rule, {"north-forces"}, {"north-forces"})
    assert (found.low, found.best, found.high, found.roots, found.rule) == (4, best, 14, roots, rule)


def test_copies_and_quotations_are_one_voice() -> None:
    figures = grid(
        *(mention(seq, f"صحيفة {seq}", killed=loss(9), chain=[MINISTRY]) for seq in range(10)),
        mention(11, "وكالة النهر", killed=loss(14)),
        mention(12, "مرصد الضفة", killed=loss(14)),
    )
    (found,) = best_figures(figures, "isnad_default")
    assert (found.best, found.roots) == (14, 2)


def test_a_source_that_corrects_itself_has_one_figure() -> None:
    figures = grid(mention(1, "وكالة النهر", killed=loss(9)), mention(2, "وكالة النهر", NEXT, killed=loss(12)))
    (found,) = best_figures(figures, "acled_lowest")
    assert (found.low, found.best, found.high) == (12, 12, 12)


def test_a_late_copy_does_not_make_an_old_toll_new() -> None:
    figures = grid(
        mention(1, "وكالة النهر", killed=loss(9)),
        mention(2, "صحيفة الضفة", NEXT, killed=loss(14)),
        mention(3, "صحيفة النسخ", NEXT + timedelta(days=1), killed=loss(9), copy_of="r1"),
    )
    (found,) = best_figures(figures, "isnad_default")
    assert (found.low, found.best, found.high) == (9, 14, 14)


def test_a_vague_figure_bears_out_an_exact_one() -> None:
    figures = grid(mention(1, "أ", killed=loss(20, None)), mention(2, "ب", killed=loss(23)))
    (found,) = best_figures(figures, "isnad_default")
    assert (found.low, found.best, found.high, found.roots) == (20, 23, 23, 2)


def test_a_span_stays_open_where_the_highest_is_open() -> None:
    figures = grid(mention(1, "أ", killed=loss(20)), mention(2, "ب", killed=loss(23, None)))
    assert [each.high for each in best_figures(figures, "ucdp")] == [None]


def test_the_perpetrators_word_is_taken_where_there_is_no_other() -> None:
    figures = grid(mention(1, "صوت الشمال", killed=loss(4), chain=[NORTH]))
    for rule in ("gtd_latest", "ucdp"):
        (found,) = best_figures(figures, rule, {"north-forces"}, {"north-forces"})
        assert found.best == 4


def test_totals_retracted_and_denied_figures_stay_in_the_grid_and_out_of_the_best() -> None:
    figures = grid(
        mention(1, "أ", killed=loss(60), aggregate=True),
        mention(2, "ب", killed=loss(30), retracted=True),
        mention(3, "ج", killed=loss(3), status="denied"),
        mention(4, "د", killed=loss(5)),
    )
    assert {each.low: each.counts for each in figures} == {60: False, 30: False, 3: False, 5: True}
    assert {each.low: each.stance for each in figures}[3] == "denies"
    assert [(each.low, each.high) for each in best_figures(figures, "isnad_default")] == [(5, 5)]


def test_a_second_number_of_one_source_in_one_report_is_a_part_of_the_first() -> None:
    told = mention(
        1, "وكالة النهر", killed=loss(9), figures=(figure(2, MINISTRY), figure(3, start=60)), chain=[MINISTRY]
    )
    assert [(each.low, each.counts) for each in grid(told)] == [(9, True), (2, False), (3, False)]


def test_figures_keep_their_own_chains_and_are_not_told_twice() -> None:
    told = mention(
        1, "وكالة النهر", killed=loss(9), figures=(figure(9, MINISTRY, start=10), figure(14, start=40)), chain=[WATCH]
    )
    assert [(each.low, each.root) for each in grid(told)] == [(9, "nahrayn-health"), (14, "daffa-watch")]
