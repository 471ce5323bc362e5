"""The lists by which incidents are measured."""

from typing import get_args

from isnad.assessing.kinds import read_kinds
from isnad.lexicon.loading import load_lexicon
from isnad.model.coded import IncidentType
from isnad.model.slots import PartOfDay


def test_every_name_is_one_of_the_codebook_or_the_lexicon() -> None:
    kinds, types = read_kinds(), set(get_args(IncidentType))
    weapons = {entry.id for entry in load_lexicon().weapons}
    facilities = {entry.id for entry in load_lexicon().facilities}
    assert kinds.violent <= types
    assert set(kinds.tactics.by_type) <= types
    assert set(kinds.tactics.by_weapon) <= weapons
    assert kinds.defended | kinds.civilian <= facilities
    assert not kinds.defended & kinds.civilian
    assert kinds.daylight < set(get_args(PartOfDay))
