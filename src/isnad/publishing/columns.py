"""The columns of the files Isnad writes: names, kinds, codes and meaning, as data (`tables/*.yaml`).

One description serves the export, its check (`quality.export_schemas`), the data dictionary and docs/exports.md.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeVar

import msgspec
import yaml
from msgspec import Struct

from isnad.model.errors import SettingsError

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]
TableName = Literal["incidents", "claims", "totals", "acled", "ucdp_ged", "plover"]
T = TypeVar("T")
JOIN: Final = ";"  # between several values of a cell (ACLED; UCDP)


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column.

    `many` cells hold values joined by ";", each of which must be one of `codes` where there are any. `empty` says why
    the column is never filled. `least` and `most` bound a number. `hxl` is the tag of the Humanitarian Exchange
    Language.
    """

    name: str
    type: Literal["text", "integer", "number", "date", "boolean", "object"] = "text"
    required: bool = False
    many: bool = False
    codes: tuple[str | int, ...] = ()
    least: float | None = None
    most: float | None = None
    en: str
    ar: str
    empty: str | None = None
    hxl: str | None = None


class Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of file: what a row is, and the columns in their order."""

    title: dict[Literal["en", "ar"], str]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names in order."""
        return tuple(column.name for column in self.columns)


@cache
def read_columns(name: TableName) -> Table:
    """The columns of a table. Raises SettingsError where the file is not of that shape."""
    return read_data(name, Table)


def read_data(name: str, kind: type[T]) -> T:
    """A data file of `tables/` as `kind`. Raises SettingsError where it is not of that shape."""
    raw = yaml.safe_load(files("isnad.publishing").joinpath("tables", f"{name}.yaml").read_text("utf-8"))
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise SettingsError(f"publishing/tables/{name}.yaml", str(error)) from error
