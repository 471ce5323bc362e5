"""Whatever is wrong in a lexicon file is named with file and line."""

from pathlib import Path

import pytest

from isnad.lexicon.entries import KINDS, ActorEntry, Trigger
from isnad.lexicon.files import read_entries
from isnad.model.errors import SettingsError

DATA = Path(__file__).parents[2] / "src" / "isnad" / "lexicon" / "data"
HEAD = "kind: triggers\nentries:\n"


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("kind: [triggers\nentries: []\n", 2, "expected"),
        ("kind: triggers\n\tentries: []\n", 2, "tab|cannot start"),
        ("", 1, "mapping"),
        ("- id: raid\n", 1, "mapping"),
        ("# words\nkind: swords\nentries: []\n", 2, "unknown kind 'swords': one of triggers"),
        ("kind: [triggers]\nentries: []\n", 1, "unknown kind"),
        ("kind: triggers\nentry: []\n", 2, "unknown field `entry`"),
        ("kind: triggers\nkind: harms\nentries: []\n", 2, "`kind` is given twice"),
        ("kind: triggers\n", 1, "`entries` is a list"),
        ("kind: triggers\nentries: {id: raid}\n", 2, "`entries` is a list"),
        (HEAD + "  - {id: raid, type: armed_attack}\n  - raid\n", 4, "Expected `object`"),
        (HEAD + "  - type: armed_attack\n", 3, "missing required field `id`"),
        (HEAD + "  - id: ''\n    type: armed_attack\n", 3, "`id` is empty"),
        (HEAD + "  - id: raid\n    type: raiding\n", 4, "Invalid enum value 'raiding'"),
        (HEAD + "  - id: raid\n    type: armed_attack\n    weight: 2\n", 5, "unknown field `weight`"),
        (HEAD + "  - id: raid\n    type: armed_attack\n    nouns: غارة\n", 5, "Expected `array`"),
        (HEAD + "  - id: raid\n    type: armed_attack\n    nouns: [غارة, 5]\n", 5, "Expected `str`, got `int`"),
        (HEAD + "  - id: raid\n    type: armed_attack\n    nouns: [غارة, '']\n", 5, "no letters"),
        (HEAD + "  - id: raid\n    type: armed_attack\n    forms: [ًّ]\n", 5, "no letters"),
        (HEAD + "  - id: raid\n    type: armed_attack\n    id: raids\n", 5, "`id` is given twice"),
        (HEAD + "  - {id: raid, type: armed_attack}\n  - {id: raid, type: clash}\n", 4, "already, in line 3"),
        (HEAD + "  - id: !!python/object:os.system x\n    type: clash\n", 3, "could not determine"),
    ],
)  # fmt: skip
def test_errors_name_file_and_line(tmp_path: Path, content: str, line: int, message: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=message) as caught:
        list(read_entries(path))
    assert caught.value.where == f"{path}:{line}"


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes("kind: triggers # غارة".encode("cp1256"))
    with pytest.raises(SettingsError, match="not UTF-8") as caught:
        list(read_entries(path))
    assert caught.value.where == str(path)


@pytest.mark.parametrize(("name", "kind"), [("triggers.yaml", Trigger), ("actors_own.yaml", ActorEntry)])
def test_a_file_without_a_kind_is_named_after_it(tmp_path: Path, name: str, kind: type) -> None:
    path = tmp_path / name
    path.write_text("entries:\n  - {id: own, %s}\n" % ("type: clash" if kind is Trigger else "name: Own, kind: media"))
    ((_, entry),) = read_entries(path)
    assert type(entry) is kind


def test_outlets_are_actors(tmp_path: Path) -> None:
    path = tmp_path / "outlets.yaml"
    path.write_text("entries:\n  - {id: own, name: Own, kind: media}\n")
    ((kind, _),) = read_entries(path)
    assert kind == "actors"


def test_every_file_of_ours_is_read_and_every_kind_has_entries() -> None:
    found = [kind for path in DATA.glob("*.yaml") for kind, _ in read_entries(path)]
    assert set(found) == set(KINDS)
