"""Loading the lexicon: YAML files, validated entry by entry, compiled once and kept in the user's cache folder.

A user's folder may lay entries over ours: one with the same kind and id replaces ours, a new one is added.
An error names the file and the line.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from isnad.lexicon.compiling import Form, compile_forms, shared_forms
from isnad.lexicon.entries import (
    KINDS,
    ActorEntry,
    AssessmentCue,
    Cue,
    Entry,
    Facility,
    Harm,
    People,
    Saying,
    SituationCue,
    SourceEntry,
    StateEntry,
    Trigger,
    WeaponEntry,
)
from isnad.model.errors import SettingsError
from isnad.prepared import prepared

_DATA = Path(__file__).parent / "data"
_CODE = Path(__file__).parent


class Lexicon(Struct, frozen=True):
    """All entries by kind, and the table of their surface forms. `digest` names this very content.

    `shared` gives for each weak form of an actor ("الجيش") the indices of all actors it may mean.
    """

    digest: str
    triggers: tuple[Trigger, ...] = ()
    harms: tuple[Harm, ...] = ()
    people: tuple[People, ...] = ()
    facilities: tuple[Facility, ...] = ()
    weapons: tuple[WeaponEntry, ...] = ()
    sayings: tuple[Saying, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    cues: tuple[Cue, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    states: tuple[StateEntry, ...] = ()
    assessments: tuple[AssessmentCue, ...] = ()
    situations: tuple[SituationCue, ...] = ()
    forms: dict[str, list[Form]] = {}
    shared: dict[str, list[int]] = {}


@lru_cache(maxsize=4)
def load_lexicon(overlay: Path | None = None) -> Lexicon:
    """The lexicon of the package, with a user's folder laid over it.

    Raises `SettingsError`, naming file and line, for a file that is no lexicon file or an entry that is wrong.
    """
    files = sorted(_DATA.glob("*.yaml"))
    if overlay is not None:
        if not overlay.is_dir():
            raise SettingsError(str(overlay), "no such folder")
        files += sorted(overlay.glob("*.yaml"))
    digest = _digest(files)
    return prepared(f"lexicon-{digest}.msgpack", Lexicon, lambda: _compile(files, digest))


def _digest(files: list[Path]) -> str:
    """A hash of the files' contents and of the code that compiles them."""
    state = hashlib.blake2b(digest_size=8)
    for path in (*files, *sorted(_CODE.glob("*.py")), _CODE.parent / "text" / "folding.py"):
        state.update(path.read_bytes())
    return state.hexdigest()


def _compile(files: list[Path], digest: str) -> Lexicon:
    entries: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
    for path in files:
        for kind, entry in read_entries(path):
            entries[kind][entry.id] = entry
    members = {kind: tuple(found.values()) for kind, found in entries.items()}
    tables = {"forms": compile_forms(members), "shared": shared_forms(members["actors"])}
    return msgspec.convert({"digest": digest, **members, **tables}, Lexicon, from_attributes=True)


def read_entries(path: Path) -> Iterator[tuple[str, Entry]]:
    """The entries of one YAML file with their kind. Raises `SettingsError` naming file and line."""
    import yaml  # only when the prepared file is stale: its import is slow

    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError) as why:
        mark = getattr(why, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise SettingsError(where, getattr(why, "problem", None) or str(why)) from why
    if not isinstance(root, yaml.MappingNode):
        raise SettingsError(f"{path}:1", "a lexicon file is a mapping with `kind` and `entries`")
    content = {key.value: value for key, value in root.value}
    kind = content["kind"].value if "kind" in content else _kind_of(path)
    if kind not in KINDS:
        raise SettingsError(f"{path}:{root.start_mark.line + 1}", f"unknown kind {kind!r}: one of {', '.join(KINDS)}")
    listed = content.get("entries")
    if not isinstance(listed, yaml.SequenceNode):
        raise SettingsError(f"{path}:{root.start_mark.line + 1}", "`entries` is a list")
    for node in listed.value:
        yield kind, _entry(path, kind, node)


def _kind_of(path: Path) -> str:
    """A file without `kind` is named after it: `actors_iraq.yaml`, `outlets.yaml`."""
    stem = path.stem.partition("_")[0]
    return "actors" if stem == "outlets" else stem


def _entry(path: Path, kind: str, node: Any) -> Entry:
    import yaml

    plain = yaml.SafeLoader("")
    value = plain.construct_document(node) if hasattr(plain, "construct_document") else {}
    try:
        return msgspec.convert(value, KINDS[kind], strict=True)
    except msgspec.ValidationError as why:
        raise SettingsError(f"{path}:{_line(node, str(why))}", str(why)) from why


def _line(node: Any, message: str) -> int:
    """The line of the field a validation message speaks of, else of the entry."""
    field = re.search(r"`\$\.(\w+)|unknown field `(\w+)`", message)
    name = field and (field.group(1) or field.group(2))
    for key, _ in getattr(node, "value", []) if name else []:
        if getattr(key, "value", None) == name:
            return int(key.start_mark.line) + 1
    return int(node.start_mark.line) + 1
