"""Lexicon files: YAML with `kind` and `entries`, read entry by entry; whatever is wrong is named with file and line."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from isnad.lexicon.entries import KINDS, Entry
from isnad.model.errors import SettingsError
from isnad.text.folding import fold
from isnad.text.tokens import Tokens

_FIELD = re.compile(r"`\$\.(\w+)|unknown field `(\w+)`")
_WORDLESS = frozenset({"id", "gloss", "name", "type", "kind", "group", "slot"})


def read_entries(path: Path) -> Iterator[tuple[str, Entry]]:
    """The entries of one YAML file with their kind. Raises `SettingsError` naming file and line."""
    import yaml  # only when the prepared file is stale: its import is slow

    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        kind, listed = _parts(path, root)
        builder, lines = yaml.SafeLoader(""), dict[str, int]()
        for node in listed:
            _refuse_twins(path, node)
            entry = _entry(path, kind, node, builder.construct_document(node))
            line = node.start_mark.line + 1
            if lines.setdefault(entry.id, line) != line:
                raise SettingsError(f"{path}:{line}", f"`{entry.id}` is there already, in line {lines[entry.id]}")
            yield kind, entry
    except yaml.YAMLError as why:
        mark, problem = getattr(why, "problem_mark", None), getattr(why, "problem", None)
        raise SettingsError(f"{path}:{mark.line + 1}" if mark else str(path), problem or str(why)) from why
    except UnicodeDecodeError as why:
        raise SettingsError(str(path), f"not UTF-8: {why.reason}") from why


def _parts(path: Path, root: Any) -> tuple[str, list[Any]]:
    """The kind of a file and the nodes of its entries."""
    if getattr(root, "id", "") != "mapping":
        raise SettingsError(f"{path}:1", "a lexicon file is a mapping with `kind` and `entries`")
    _refuse_twins(path, root)
    content = {}
    for key, value in root.value:
        if key.value not in ("kind", "entries"):
            raise SettingsError(_at(path, key), f"unknown field `{key.value}`: a file has `kind` and `entries`")
        content[key.value] = value
    named = content.get("kind")
    kind = named.value if named is not None else _kind_of(path)
    if not isinstance(kind, str) or kind not in KINDS:
        raise SettingsError(_at(path, named or root), f"unknown kind {kind!r}: one of {', '.join(KINDS)}")
    listed = content.get("entries")
    if getattr(listed, "id", "") != "sequence":
        raise SettingsError(_at(path, listed or root), "`entries` is a list")
    return kind, listed.value if listed else []


def _kind_of(path: Path) -> str:
    """A file without `kind` is named after it: `actors_iraq.yaml`, `outlets.yaml`."""
    stem = path.stem.partition("_")[0]
    return "actors" if stem == "outlets" else stem


def _refuse_twins(path: Path, node: Any) -> None:
    """YAML would keep the last of two fields of one name in silence."""
    seen = set()
    for key, _ in node.value if node.id == "mapping" else []:
        if key.id == "scalar" and key.value in seen:
            raise SettingsError(_at(path, key), f"`{key.value}` is given twice")
        seen.add(str(key.value))


def _entry(path: Path, kind: str, node: Any, value: object) -> Entry:
    try:
        entry = msgspec.convert(value, KINDS[kind], strict=True)
    except msgspec.ValidationError as why:
        field = _FIELD.search(str(why))
        raise SettingsError(_field_at(path, node, field and (field[1] or field[2])), str(why)) from why
    if not entry.id.strip():
        raise SettingsError(_field_at(path, node, "id"), "`id` is empty")
    for name in set(entry.__struct_fields__) - _WORDLESS:
        words = getattr(entry, name)
        for word in words if isinstance(words, tuple) else ():
            if not Tokens(fold(word)).words:
                raise SettingsError(_field_at(path, node, name), f"`{name}` holds {word!r}, which has no letters")
    return entry


def _field_at(path: Path, node: Any, name: str | None) -> str:
    """File and line of a field of an entry, or of the entry where it has none of that name."""
    for key, _ in node.value if name and node.id == "mapping" else []:
        if key.value == name:
            return _at(path, key)
    return _at(path, node)


def _at(path: Path, node: Any) -> str:
    return f"{path}:{node.start_mark.line + 1}"
