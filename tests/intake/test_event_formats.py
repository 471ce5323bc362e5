"""The formats as data: all columns of the codebooks are known, all kinds of ACLED have types."""

from typing import get_args

import pytest

from isnad.intake.event_formats import FORMATS, load_format
from isnad.model.coded import IncidentType

# The number of columns that the codebooks of ACLED and of UCDP GED 26.1 list.
COLUMNS = {"acled": 31, "ucdp-ged": 49}


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_of_the_codebook_is_known(name: str) -> None:
    assert len(load_format(name).known) == COLUMNS[name]


def test_needed_columns_are_read_and_not_ignored() -> None:
    for name in FORMATS:
        shape = load_format(name)
        assert not {*shape.needed} & {*shape.ignored}


def test_what_a_dataset_covers_is_what_its_kinds_stand_for() -> None:
    for name in ("acled", "ucdp-ged"):
        shape = load_format(name)
        meant = {kind for kinds in shape.types.values() for kind in kinds}
        assert {*shape.covers.types} - meant <= {"prison_break"}
    assert {*load_format("csv").covers.types} == {*get_args(IncidentType)}


def test_an_unknown_format_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load_format("gtd")
