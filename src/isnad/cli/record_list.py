"""`isnad list`, `isnad show`, `isnad search`, `isnad status`: reading the record."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from isnad.cli.output import open_output
from isnad.cli.recording import open_at
from isnad.model.errors import UsageError
from isnad.model.recorded import RecordedIncident, Rule

if TYPE_CHECKING:
    from isnad.model.judgement import Judgement
    from isnad.model.mention import Mention
    from isnad.publishing.wording import Language
    from isnad.record.filtering import MentionFilter
    from isnad.record.store import Record

_SNIPPET: Final = 100


class Judged(Struct, frozen=True):
    """The standing judgements by the mentions they speak of."""

    by_mention: dict[str, tuple["Judgement", ...]]

    def about(self, mentions: Sequence["Mention"]) -> tuple["Judgement", ...]:
        """Those that speak of one of these mentions, in order."""
        found = {one.seq: one for mention in mentions for one in self.by_mention.get(mention.id, ())}
        return tuple(found[seq] for seq in sorted(found))


def judged(record: "Record") -> Judged:
    """The standing judgements of a record."""
    found: dict[str, tuple[Judgement, ...]] = {}
    for judgement in record.judgements():
        for mention in judgement.mentions:
            found[mention] = (*found.get(mention, ()), judgement)
    return Judged(found)


def incidents_of(record: "Record", asked: "MentionFilter | None", rule: Rule) -> Iterator[RecordedIncident]:
    """The incidents on record, as a stream, each assembled now."""
    from isnad.linking.assembling import assemble

    standing = judged(record)
    for group in record.groups(asked):
        yield assemble(group, standing.about(group), rule)


def run_list(workspace: Path | None, asked: "MentionFilter", rule: Rule, format_: str, output: Path | None) -> int:
    """Write the incidents; the exit status."""
    from isnad.publishing.incident_lines import incident_json
    from isnad.publishing.incident_rows import incident_row

    written = incident_json if format_ == "jsonl" else incident_row
    with open_at(workspace) as record, open_output(output) as stream:
        for incident in incidents_of(record, asked, rule):
            stream.write(written(incident) + "\n")
    return 0


def find_incident(record: "Record", identity: str, rule: Rule) -> RecordedIncident:
    """The incident an id leads to. Raises UsageError where there is none."""
    from isnad.linking.assembling import assemble

    group = record.group(identity)
    if not group:
        raise UsageError(f"no incident {identity} is on record")
    return assemble(group, judged(record).about(group), rule)


def run_show(workspace: Path | None, identity: str, rule: Rule, language: "Language", format_: str) -> int:
    """Print one incident as a desk note, or as its JSON line; the exit status."""
    from isnad.publishing.desk_note import desk_note
    from isnad.publishing.incident_lines import incident_json

    with open_at(workspace) as record:
        incident = find_incident(record, identity, rule)
    if incident.id != identity:
        print(f"{identity} → {incident.id}", file=sys.stderr)
    print(incident_json(incident) if format_ == "jsonl" else desk_note(incident, language))
    return 0


def run_search(workspace: Path | None, query: str, limit: int) -> int:
    """Print the reports that have the words; the exit status is 0 also where none has."""
    with open_at(workspace) as record:
        hits = record.search(query, limit)
    for hit in hits:
        start, end = hit.snippet
        words = " ".join(hit.text[start:end].split())
        facts = "\t".join(filter(None, (hit.report.id, str(hit.report.published or ""), hit.report.outlet)))
        print(f"{facts}\n  …{words}…\n  {' '.join(hit.incidents)}")
    if not hits:
        print("لا خبر فيه هذه الكلمات.\nNo report has these words.", file=sys.stderr)
    return 0


def run_status(workspace: Path | None, format_: str) -> int:
    """Print how much is on record and what waits."""
    from isnad.cli.messages import read_messages

    with open_at(workspace) as record:
        counts, head = record.counts(), record.audit_head()
        folder, url = record.workspace.folder, record.workspace.url
    if format_ == "json":
        told = {"workspace": str(folder), **counts, "audit_entries": head[0], "audit_head": head[1]}
        print(msgspec.json.encode(told).decode())
        return 0
    print(f"{folder}\n{url if '@' not in url else url.rpartition('@')[2]}")
    for name, count in counts.items():
        print(f"{count:>10,}  {name:<10}  {read_messages()[f'count_{name}']}")
    print(f"{head[0]:>10,}  audit       {head[1]}")
    return 0
