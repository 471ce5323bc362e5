"""Floors: what fails, what raising and lowering do, and what each refuses."""

from datetime import date
from pathlib import Path

import pytest

from quality.floors import (
    Floors,
    Measured,
    Pin,
    below,
    faults,
    lift,
    lower,
    measured_figures,
    read_floors,
    write_floors,
)
from quality.scoring import FIGURES, score
from tests.quality.builders import document, shelling

DAY = date(2024, 5, 1)
FLOORS = Floors(corpora={"own": Pin(digest="d1", reports=2, floors={"typed": 60.0, "killed": 50.0})})


def measured(typed: float = 60.0, killed: float = 50.0, digest: str = "d1") -> Measured:
    return Measured(digest=digest, reports=2, figures={"typed": typed, "killed": killed})


def test_at_the_floor_and_within_the_tolerance() -> None:
    assert faults(FLOORS, "own", measured()) == []
    assert faults(FLOORS, "own", measured(typed=59.5)) == []


def test_below_the_floor() -> None:
    assert faults(FLOORS, "own", measured(typed=59.4)) == ["own: typed is 59.4, its floor is 60.0"]


@pytest.mark.parametrize("floor", [56.8, 57.3, 8.3, 70.1])
def test_the_tolerance_is_not_lost_to_binary_fractions(floor: float) -> None:
    floors = Floors(corpora={"own": Pin(digest="d1", reports=2, floors={"typed": floor})})
    assert below(floors, "own", measured(typed=round(floor - 0.5, 1))) == []
    assert below(floors, "own", measured(typed=round(floor - 0.6, 1))) == ["typed"]


def test_a_changed_corpus_is_noticed() -> None:
    (fault,) = faults(FLOORS, "own", measured(digest="d2"))
    assert "texts or annotations changed" in fault
    assert faults(lift(FLOORS, "own", measured(digest="d2"), 0.0), "own", measured(digest="d2")) == []


def test_a_corpus_or_figure_without_floor_and_a_floor_without_figure() -> None:
    assert faults(Floors(), "own", measured()) == ["own: no floors are pinned; pin them with --raise"]
    fewer = Measured(digest="d1", reports=2, figures={"typed": 60.0, "when": 10.0})
    assert faults(FLOORS, "own", fewer) == [
        "own: when has no floor; pin it with --raise",
        "own: killed has a floor but was not measured",
    ]


def test_raising_never_lowers() -> None:
    raised = lift(FLOORS, "own", measured(typed=70.0, killed=49.8), 1.0)
    assert raised.corpora["own"].floors == {"typed": 69.0, "killed": 50.0}
    assert raised.lowered == ()


def test_raising_refuses_what_fell() -> None:
    with pytest.raises(ValueError, match="own: killed fell below the floor"):
        lift(FLOORS, "own", measured(typed=70.0, killed=40.0), 0.0)


def test_lowering_keeps_the_reason_and_touches_nothing_else() -> None:
    lowered = lower(FLOORS, "own", measured(typed=70.0, killed=40.0), "annotation corrected", DAY)
    assert lowered.corpora["own"].floors == {"typed": 60.0, "killed": 40.0}
    (record,) = lowered.lowered
    assert (record.figure, record.before, record.after, record.reason) == ("killed", 50.0, 40.0, "annotation corrected")
    assert lower(FLOORS, "own", measured(), "no need", DAY) is FLOORS


def test_floors_are_read_as_written(tmp_path: Path) -> None:
    floors = lower(FLOORS, "own", measured(killed=1.0), "for a reason", DAY)
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == Floors()


def test_every_figure_is_measured_and_accuracies_only_where_there_is_something() -> None:
    gold = document(shelling())
    figures = measured_figures(score([gold], [gold]).result())
    assert set(figures) == {*FIGURES, "status"}
    assert "empty" in measured_figures(score([gold, document(id="r2")], [gold]).result())
