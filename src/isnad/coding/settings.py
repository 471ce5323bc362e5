"""Settings of the coder."""

from pathlib import Path

from msgspec import Struct

from isnad.places.borders import DEFAULT, Borders


class Settings(Struct, frozen=True, kw_only=True):
    """What a user may choose.

    `lexicon` is a folder of YAML files laid over ours. `borders` is the policy for places whose state is disputed
    (docs/borders.md): what the United Nations use, who administers them, or no country at all.
    """

    lexicon: Path | None = None
    borders: Borders = DEFAULT
