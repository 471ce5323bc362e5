"""Settings of the coder."""

from pathlib import Path

from msgspec import Struct


class Settings(Struct, frozen=True, kw_only=True):
    """What a user may choose: `lexicon` is a folder of YAML files laid over ours."""

    lexicon: Path | None = None
