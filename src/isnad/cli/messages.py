"""What is said on standard error, in Arabic and then in English; the Arabic stands in `messages.yaml`."""

import sys
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from isnad.model.coded import CodingError


@cache
def read_messages() -> Mapping[str, str]:
    """Arabic lines by the kind of error or the exit status."""
    import yaml  # only needed when there is something to complain of

    return cast(dict[str, str], yaml.safe_load(files("isnad.cli").joinpath("messages.yaml").read_text("utf-8")))


def complain(key: str, english: str) -> None:
    """One line in Arabic, one in English."""
    print(f"إسناد: {read_messages()[key]}\nisnad: {english}", file=sys.stderr)


def complain_of_report(error: CodingError) -> None:
    """Why a report could not be coded. A kind without its own Arabic line gets the general one."""
    complain(error.kind if error.kind in read_messages() else "internal", f"{error.message} [{error.kind}]")
