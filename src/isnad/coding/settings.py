"""Settings of the coder."""

from pathlib import Path

from msgspec import Struct

from isnad.places.borders import DEFAULT, Borders


class Settings(Struct, frozen=True, kw_only=True):
    """What a user may choose.

    `lexicon` is a folder of YAML files laid over ours, `places` a table of places that overrides ours, `places_folder`
    where imported places are kept (None: the user's data folder). `borders` is the policy for places whose state is
    disputed (docs/borders.md): what the United Nations use, who administers them, or no country at all.
    """

    lexicon: Path | None = None
    places: Path | None = None
    places_folder: Path | None = None
    borders: Borders = DEFAULT
