"""Loading the lexicon: YAML files, validated entry by entry, compiled once and kept in the user's cache folder.

A user's folder may lay entries over ours: one with the same kind and id replaces ours, a new one is added.
An error names the file and the line.
"""

import hashlib
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from isnad.lexicon.compiling import Form, compile_forms, shared_forms
from isnad.lexicon.entries import (
    KINDS,
    ActorEntry,
    AssessmentCue,
    Body,
    Cue,
    Entry,
    Facility,
    Harm,
    People,
    PersonName,
    Saying,
    SituationCue,
    SourceEntry,
    StateEntry,
    Trigger,
    WeaponEntry,
)
from isnad.lexicon.files import read_entries
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
    names: tuple[PersonName, ...] = ()
    bodies: tuple[Body, ...] = ()
    facilities: tuple[Facility, ...] = ()
    weapons: tuple[WeaponEntry, ...] = ()
    sayings: tuple[Saying, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    cues: tuple[Cue, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    states: tuple[StateEntry, ...] = ()
    assessments: tuple[AssessmentCue, ...] = ()
    situations: tuple[SituationCue, ...] = ()
    forms: dict[str, tuple[Form, ...]] = {}
    shared: dict[str, list[int]] = {}


def load_lexicon(overlay: Path | None = None) -> Lexicon:
    """The lexicon of the package, with a user's folder laid over it; read again only when a file has changed.

    Raises `SettingsError`, naming file and line, for a file that is no lexicon file or an entry that is wrong.
    """
    files = sorted(_DATA.glob("*.yaml"))
    if overlay is not None:
        if not overlay.is_dir():
            raise SettingsError(str(overlay), "no such folder")
        files += sorted(overlay.glob("*.yaml"))
    return _load(tuple(files), _digest(files))


@lru_cache(maxsize=4)
def _load(files: tuple[Path, ...], digest: str) -> Lexicon:
    return prepared(f"lexicon-{digest}.msgpack", Lexicon, lambda: _compile(files, digest))


def _digest(files: list[Path]) -> str:
    """A hash of the files' names and contents and of the code that compiles them."""
    state = hashlib.blake2b(digest_size=8)
    code = [*sorted(_CODE.glob("*.py")), *(_CODE.parent / "text" / name for name in ("folding.py", "tokens.py"))]
    for path in (*files, *code):
        content = _content(path)
        state.update(f"{path.name} {len(content)} ".encode())
        state.update(content)
    return state.hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as why:
        raise SettingsError(str(path), why.strerror or str(why)) from why


def _compile(files: tuple[Path, ...], digest: str) -> Lexicon:
    entries: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
    for path in files:
        for kind, entry in read_entries(path):
            entries[kind][entry.id] = entry
    members = {kind: tuple(found.values()) for kind, found in entries.items()}
    tables = {"forms": compile_forms(members), "shared": shared_forms(members["actors"])}
    return msgspec.convert({"digest": digest, **members, **tables}, Lexicon, from_attributes=True)
