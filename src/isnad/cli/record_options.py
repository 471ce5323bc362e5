"""What the commands of the record have in common: their options, and the workspace they were told of."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

STATUSES: Final = "Exit status: 0; 1 failure; 2 wrong use."
ADD_STATUSES: Final = "Exit status: 0; 1 failure; 2 wrong use; 3 some reports could not be added, the others were."


class Rule(StrEnum):
    """How rival figures become one (docs/decisions/0010)."""

    isnad_default = "isnad_default"
    ucdp = "ucdp"
    acled_lowest = "acled_lowest"
    gtd_latest = "gtd_latest"


class ListFormat(StrEnum):
    """How incidents are listed."""

    table = "table"
    jsonl = "jsonl"


class NoteLanguage(StrEnum):
    """The language of a desk note."""

    ar = "ar"
    en = "en"


Author = Annotated[
    str | None, typer.Option(help="Who signs; else ISNAD_AUTHOR, the workspace's setting, the user of the machine.")
]
Reason = Annotated[str, typer.Option(help="Why; kept for ever.")]
RuleOption = Annotated[Rule, typer.Option("--rule", help="How rival figures become one.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")]
Subject = Annotated[str, typer.Argument(metavar="INCIDENT", help="Id of an incident, or of a mention it holds.")]
MentionId = Annotated[str, typer.Argument(metavar="MENTION", help="Id of a mention or incident.")]


def workspace_of(context: typer.Context) -> Path | None:
    """What `--workspace` named, before the command's name."""
    found: Path | None = context.find_root().obj
    return found
