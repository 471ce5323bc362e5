"""What incidents are taken for when they are measured: the lists of `kinds.yaml` (docs/measures.md)."""

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml
from msgspec import Struct


class Tactics(Struct, frozen=True, forbid_unknown_fields=True):
    """The way of fighting that a type of incident, or a weapon, stands for."""

    by_type: dict[str, str]
    by_weapon: dict[str, str]


class Kinds(Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `kinds.yaml`, by their names there."""

    violent: frozenset[str]
    defended: frozenset[str]
    civilian: frozenset[str]
    daylight: frozenset[str]
    inside: frozenset[str]
    tactics: Tactics


@cache
def read_kinds() -> Kinds:
    """The lists, read once."""
    text = files("isnad.assessing").joinpath("kinds.yaml").read_text(encoding="utf-8")
    loaded: Any = yaml.safe_load(text)
    return msgspec.convert(loaded, Kinds)
