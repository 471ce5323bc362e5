"""Actors as others name them: our English names, abbreviations, forces of a government, nobody in particular."""

import pytest

from isnad.lexicon.loading import load_lexicon
from isnad.linking.outside_actors import OutsideActors, load_naming


@pytest.fixture(scope="module")
def actors() -> OutsideActors:
    return OutsideActors(load_lexicon())


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Government of Syria", "syrian-armed-forces"),
        ("Military Forces of Syria (2000-2024) Air Force", None),
        ("Military Forces of Syria (2000-2024)", "syrian-air-force"),
        ("IS", "islamic-state"),
        ("Islamic State (Syria)", "islamic-state"),
        ("YPG", "sdf"),
        ("islamic-state", "islamic-state"),
        ("The Brigade of Nowhere", None),
    ],
)
def test_who_is_meant(actors: OutsideActors, name: str, identity: str | None) -> None:
    meant = actors.meant([name])
    assert (identity in meant.ids) if identity else (meant.ids == frozenset() and not meant.whole)


def test_nobody_in_particular_is_known_to_be_nobody(actors: OutsideActors) -> None:
    meant = actors.meant(["Civilians (Syria)", "Unidentified Armed Group (Syria)"])
    assert (meant.ids, meant.whole) == (frozenset(), True)
    assert not actors.meant([]).whole


def test_every_id_of_the_table_is_in_the_lexicon() -> None:
    ids = {actor.id for actor in load_lexicon().actors}
    assert {each for names in load_naming().names.values() for each in names} - ids == set()
