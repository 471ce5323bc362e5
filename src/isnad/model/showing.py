"""How a notebook shows a coded report: the model says that it can be shown, the package `isnad` says by whom.

`model` may not import `publishing` (the walls of the design), so whoever puts the rooms together names the renderer.
"""

from __future__ import annotations

TYPE_CHECKING = False  # `import isnad` imports this file, and `typing` would cost it more than all the rest
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_renderers: list[Callable[[Any], str]] = []


def show_with(render: Callable[[Any], str]) -> None:
    """From now on coded reports are shown by `render`, which takes one and gives HTML."""
    _renderers[:] = [render]


def shown(coded: object) -> str | None:
    """`coded` as HTML; None where nobody was named to render it (a notebook then shows the plain `repr`)."""
    return _renderers[0](coded) if _renderers else None
