"""`isnad judge`, `isnad undo`, `isnad queue`: what a person decides about the record."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from isnad.cli.record_list import find_incident
from isnad.cli.recording import open_at, signer
from isnad.model.judgement import Judgement, JudgementKind
from isnad.model.recorded import RecordedIncident

if TYPE_CHECKING:
    from isnad.record.queueing import Unsure
    from isnad.record.store import Record


def run_judge(
    workspace: Path | None, kind: JudgementKind, subjects: tuple[str, ...], author: str | None, reason: str
) -> int:
    """Append a judgement about two mentions or one incident; the exit status."""
    from isnad.record.judging import NewJudgement

    with open_at(workspace) as record:
        given = NewJudgement(kind=kind, mentions=subjects, author=signer(record, author), reason=reason)
        print(_told(record.judge(given)))
    return 0


def run_correct(workspace: Path | None, subject: str, slot: str, value: str, author: str | None, reason: str) -> int:
    """Append a correction: the incident's slot has another value, in the contract's form; the machine's is kept."""
    from isnad.record.judging import NewJudgement

    with open_at(workspace) as record:
        incident = find_incident(record, subject, "isnad_default")
        given = NewJudgement(
            kind="correct",
            mentions=(incident.id,),
            author=signer(record, author),
            reason=reason,
            slot=slot,
            value=checked_value(slot, value),
            machine_value=machine_value(incident, slot),
        )
        print(_told(record.judge(given)))
    return 0


def checked_value(slot: str, value: str) -> Any:
    """The value of a correction: JSON, or a bare word. Raises UsageError where the slot cannot hold it."""
    from isnad.linking.correcting import slot_value

    try:
        found = msgspec.json.decode(value)
    except msgspec.DecodeError:
        found = value
    slot_value(slot, found)
    return found


def machine_value(incident: RecordedIncident, slot: str) -> Any:
    """What the record says now, in the contract's form."""
    best = {one.slot: one for one in incident.best}
    value = best[slot] if slot in best else getattr(incident, slot, None)
    return msgspec.to_builtins(value)


def run_undo(workspace: Path | None, seq: int, author: str | None, reason: str) -> int:
    """Take a judgement back; the exit status."""
    with open_at(workspace) as record:
        print(_told(record.undo(seq, signer(record, author), reason)))
    return 0


def run_judgements(workspace: Path | None, *, undone: bool) -> int:
    """Print the judgements, one a line as JSON."""
    with open_at(workspace) as record:
        for judgement in record.judgements(undone=undone):
            print(msgspec.json.encode(judgement).decode())
    return 0


def run_queue(workspace: Path | None, limit: int) -> int:
    """Print the pairs of mentions that the machine is unsure of, the likeliest first, with what speaks for and against."""
    with open_at(workspace) as record:
        for unsure in unsure_pairs(record, limit):
            told = unsure.pair.weights.items()
            weights = ", ".join(f"{name} {bits:+.1f}" for name, bits in told if abs(bits) >= 0.5)
            print(f"{unsure.pair.chance:.2f}\t{unsure.one.id}\t{unsure.other.id}\t{weights}")
            for mention in (unsure.one, unsure.other):
                words = mention.incident.mentions[0].text if mention.incident.mentions else ""
                facts = (mention.report.outlet, str(mention.report.published or ""), mention.incident.type, words)
                print("\t" + " · ".join(filter(None, facts)))
    return 0


def unsure_pairs(record: "Record", limit: int) -> "list[Unsure]":
    """Pairs between the thresholds that no person has judged, with their mentions."""
    from isnad.linking.weights import load_weights

    thresholds = load_weights().thresholds
    return record.unsure(thresholds.unsure, thresholds.same, limit)


def _told(judgement: Judgement) -> str:
    undone = " (undone)" if judgement.undone else ""
    slot = f" {judgement.slot}={msgspec.json.encode(judgement.value).decode()}" if judgement.slot else ""
    return f"#{judgement.seq} {judgement.kind}{slot} {' '.join(judgement.mentions)} — {judgement.author}{undone}"
