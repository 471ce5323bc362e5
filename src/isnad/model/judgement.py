"""Judgements: what a person decided about the record; append-only, signed, undoable (design, decision 10)."""

from datetime import datetime
from typing import Any, Literal

from msgspec import Struct

JudgementKind = Literal["same", "different", "unsure", "accept", "correct", "reject"]


class Judgement(Struct, frozen=True, kw_only=True):
    """One decision of one person.

    `same`, `different`, `unsure` are about two mentions, `accept`, `correct`, `reject` about the incident that holds
    `mentions[0]`. A correction names the slot, its new `value` in the contract's form, and keeps the machine's.
    `undone` is true once a later row took it back; that row stays in the audit chain.
    """

    seq: int
    kind: JudgementKind
    mentions: tuple[str, ...]
    author: str
    made_at: datetime
    reason: str = ""
    slot: str | None = None
    value: Any = None
    machine_value: Any = None
    undone: bool = False
