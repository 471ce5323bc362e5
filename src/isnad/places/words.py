"""The words that go with place names, read from `data/heads.yaml`; weights from `data/weights.yaml`."""

from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml
from msgspec import Struct

from isnad.model.errors import SettingsError

T = TypeVar("T")


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Folded words around place names; the file says what each table means."""

    heads: dict[str, tuple[str, ...]]
    settling: frozenset[str]
    relations: dict[str, str]
    winds: dict[str, str]
    sides: dict[str, str]
    units: dict[str, float]
    duals: dict[str, float]
    numbers: dict[str, int]
    links: frozenset[str]
    prepositions: frozenset[str]
    owners: frozenset[str]
    small: frozenset[str]
    given: frozenset[str]
    namers: frozenset[str]
    several: frozenset[str]
    leading: frozenset[str]
    trailing: frozenset[str]
    openers: frozenset[str]
    not_names: frozenset[str]


class Weights(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What each feature of the place scorer counts; see `isnad.places.scoring`."""

    country: float
    division_in_sentence: float
    division_in_report: float
    near_in_sentence: float
    near_in_report: float
    head_fits: float
    head_differs: float
    population: float
    supplement: float
    is_country: float
    is_division: float
    is_village: float


@lru_cache(maxsize=1)
def read_words() -> Words:
    """The word tables; SettingsError where the file is wrong."""
    return read_table("heads.yaml", Words)


@lru_cache(maxsize=1)
def read_weights() -> Weights:
    """The scorer's weights; SettingsError where the file is wrong."""
    return read_table("weights.yaml", Weights)


def read_table(name: str, kind: type[T]) -> T:
    """The data file `name` as a `kind`; SettingsError names the file where it is wrong."""
    text = files("isnad.places").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.safe_load(text), kind)
    except (msgspec.ValidationError, yaml.YAMLError) as why:
        raise SettingsError(f"places/data/{name}", str(why)) from why
