"""The packages that assessing needs beyond Isnad's own, taken up only when they are used."""

from importlib import import_module
from typing import Any

from isnad.model.errors import SettingsError


def taken(name: str) -> Any:
    """The module `name` of the extra `assess`. Raises SettingsError, naming the extra, where it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise SettingsError("isnad assess", f"needs {error.name}: install isnad with its extra `assess`") from error
