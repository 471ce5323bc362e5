"""What follows from a coded report alone: the rows of its mentions and figures (decision 9, "Derived")."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

import msgspec

from isnad.model.coded import CodedReport, Incident
from isnad.model.slots import Party
from isnad.text.folding import fold

LOSSES: Final = ("killed", "wounded", "captured", "escaped", "killed_perpetrators", "strength")
_ID_DIGITS: Final = 12


def read_document(document: str, text: str) -> CodedReport:
    """The coded report of a stored contract line; `text` is its report's, which the line leaves out.

    Raises msgspec.MsgspecError where the document is none.
    """
    return msgspec.convert({**msgspec.json.decode(document), "text": text}, CodedReport)


def mention_columns(number: int, incident: Incident) -> dict[str, Any]:
    """The derived columns of the mention that incident `number` (from 0) of a coded report makes."""
    when, where = incident.when, incident.where
    return {
        "number": number,
        "type": incident.type,
        "country": where and where.country,
        "earliest": when and when.earliest,
        "latest": when and when.latest,
        "latitude": where and where.latitude,
        "longitude": where and where.longitude,
        "document": msgspec.json.encode(incident).decode(),
    }


def figure_columns(incident: Incident, home: str) -> list[dict[str, Any]]:
    """The rows of `figure` an incident makes, each loss once; `home` is the root where the text credits nobody.

    A figure with a source of its own comes before the slot's value, which has the incident's chain.
    """
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    for slot, loss, chain in _losses(incident):
        key = (slot, loss.low, loss.high, loss.start, loss.end)
        rows.setdefault(
            key,
            {
                "slot": slot,
                "low": loss.low,
                "high": loss.high,
                "approximate": getattr(loss, "approximate", False),
                "chain": msgspec.json.encode(chain).decode(),
                "root": (chain[-1].id or chain[-1].name) if chain else home,
                "start": loss.start,
                "end": loss.end,
            },
        )
    return list(rows.values())


def mention_id(report: str, incident: Incident, attempt: int = 0) -> str:
    """The public id, made of the report's id and the first span; `attempt` tells apart what would have one id."""
    first = incident.mentions[0] if incident.mentions else None
    where = [first.start, first.end] if first else []
    seed = msgspec.json.encode([report, where, *([attempt] if attempt else [])])
    return f"m-{sha256(seed).hexdigest()[:_ID_DIGITS]}"


def folded_digest(text: str) -> str | None:
    """SHA-256 of the folded text without its blanks' lengths; None for a text of blanks."""
    words = fold(text).split()
    return sha256(" ".join(words).encode()).hexdigest() if words else None


def _losses(incident: Incident) -> Iterator[tuple[str, Any, tuple[Party, ...]]]:
    for figure in incident.figures:
        yield figure.slot, figure, figure.according_to
    for slot in LOSSES:
        loss = getattr(incident, slot)
        if loss is not None:
            yield slot, loss, incident.according_to
