"""Isnad (إسناد) reads Arabic reports of armed conflict and gives a sourced incident record.

    import isnad

    coded = isnad.code(text, published="2022-04-21", outlet="…")
    for coded in isnad.Coder(isnad.Settings()).code_many(reports): ...
    frame = isnad.open("workspace").incidents(country="SY").to_pandas()

What stands in `__all__` is the public interface. It is imported when first used, so that `import isnad` costs nothing.
"""

from importlib import import_module

from isnad.model.showing import show_with
from isnad.version import __version__

TYPE_CHECKING = False  # type checkers take this name for true; importing `typing` would cost more than all the rest
if TYPE_CHECKING:
    from isnad.coding.coder import Coder
    from isnad.coding.settings import Settings
    from isnad.front import code
    from isnad.model.coded import CodedReport, Incident
    from isnad.model.errors import IsnadError, ReportError, SettingsError, UsageError
    from isnad.model.report import Report
    from isnad.opening import open_workspace as open

__all__ = [
    "CodedReport",
    "Coder",
    "Incident",
    "IsnadError",
    "Report",
    "ReportError",
    "Settings",
    "SettingsError",
    "UsageError",
    "__version__",
    "code",
    "open",
]

_HOMES = {
    "CodedReport": "isnad.model.coded",
    "Coder": "isnad.coding.coder",
    "Incident": "isnad.model.coded",
    "IsnadError": "isnad.model.errors",
    "Report": "isnad.model.report",
    "ReportError": "isnad.model.errors",
    "Settings": "isnad.coding.settings",
    "SettingsError": "isnad.model.errors",
    "UsageError": "isnad.model.errors",
    "code": "isnad.front",
    "open": "isnad.opening",
}
# Names that stand under another in their home: `open` there would hide the one of Python.
_NAMED_THERE = {"open": "open_workspace"}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'isnad' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(home), _NAMED_THERE.get(name, name))
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _render(coded: "CodedReport") -> str:
    from isnad.publishing.notebook import report_html

    return report_html(coded)


show_with(_render)
