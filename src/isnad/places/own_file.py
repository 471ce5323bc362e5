"""The user's own places: `places.tsv` or `places.csv` in the folder of imported places, or a file named by the user."""

from pathlib import Path
from typing import Final

from isnad.model.errors import SettingsError
from isnad.places.checking import Divisions, check
from isnad.places.imported import ImportedPlace
from isnad.places.named_columns import read_table
from isnad.places.sources import PassedOver, Refused

FILE_NAMES: Final = ("places.tsv", "places.csv")


def own_files(own_file: Path | None, folder: Path | None) -> list[Path]:
    """The user's files that are there, the one that overrides the others last."""
    found = [folder / name for name in FILE_NAMES if (folder / name).is_file()] if folder is not None else []
    return [*found, own_file] if own_file is not None else found


def read_bytes(path: Path) -> bytes:
    """What the file holds; SettingsError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as why:
        raise SettingsError(str(path), why.strerror or str(why)) from why


def read_own_places(path: Path) -> list[ImportedPlace]:
    """The places of a user's file; SettingsError names file and line of the first row that is wrong."""
    divisions, found = Divisions(), list[ImportedPlace]()
    for stated in read_table(path, "own"):
        if isinstance(stated, PassedOver):
            continue
        division = None
        if not isinstance(stated, Refused):
            division = divisions.find(stated.country, (stated.admin1,)) if stated.admin1 else None
            if stated.admin1 and division is None:
                raise SettingsError(stated.where, f'{stated.country} has no division called "{stated.admin1}"')
        checked = stated if isinstance(stated, Refused) else check(stated, division, None)
        if isinstance(checked, Refused):
            raise SettingsError(checked.where, checked.reason)
        found.append(checked)
    return found
