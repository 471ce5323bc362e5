"""`make demo`: codes the bundled reports and writes what Isnad gives, for a first look.

Writes `demo/coded.jsonl`, `demo/incidents.csv` and `demo/evidence.html`, and prints the incidents in Arabic and English.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from isnad.cli.code import writer_of
from isnad.cli.engine import open_coder
from isnad.cli.output import open_output
from isnad.cli.request import Format
from isnad.fixtures import bundled_reports
from isnad.model.coded import CodedReport, Incident
from isnad.publishing.wording import Label, label, number_phrase, when_phrase

_FILES: Final = {Format.jsonl: "coded.jsonl", Format.table: "incidents.csv", Format.html: "evidence.html"}
_LOSSES: Final = ("killed", "wounded", "captured", "escaped")


def main(folder: Path = Path("demo")) -> None:
    """Code the bundled reports, write them to `folder` in every format, and print a summary."""
    coded = list(open_coder(None)(bundled_reports()))
    folder.mkdir(parents=True, exist_ok=True)
    for format_, name in _FILES.items():
        with open_output(folder / name) as stream:
            writer_of(format_, folder / name)(coded, stream)
    print("\n".join(summary_lines(coded)))
    print("\nكُتبت الملفات · written:", ", ".join(str(folder / name) for name in _FILES.values()))
    print("افتح في المتصفح · open in a browser:", (folder / _FILES[Format.html]).resolve().as_uri())


def summary_lines(coded: Iterable[CodedReport]) -> Iterator[str]:
    """Each report with its incidents, then how many there are of each type."""
    types: Counter[str] = Counter()
    reports = 0
    for report in coded:
        reports += 1
        yield f"\n{report.id} · {report.outlet or '–'} · {report.published or '–'}"
        if not report.incidents:
            yield f"  {_both(label('page', 'empty'))}"
        for incident in report.incidents:
            types[incident.type] += 1
            yield f"  {incident_line(incident)}"
    yield f"\n{reports} خبراً، {types.total()} واقعة · {reports} reports, {types.total()} incidents"
    yield from (f"  {count:>4}  {_both(label('type', name))}" for name, count in types.most_common())


def incident_line(incident: Incident) -> str:
    """One incident in one line: what, whether it happened, where, when, losses, and according to whom."""
    parts = [f"{_both(label('type', incident.type))} ({_both(label('status', incident.status))})"]
    if incident.where:
        parts.append(f"{incident.where.text} = {incident.where.name}, {incident.where.country or '–'}")
    if incident.when:
        parts.append(when_phrase(incident.when).en)
    for slot in _LOSSES:
        if loss := getattr(incident, slot):
            parts.append(f"{_both(label('slot', slot))}: {number_phrase(loss).en}")
    if incident.according_to:
        chain = " ← ".join(party.text for party in incident.according_to)
        parts.append(f"{_both(label('slot', 'according_to'))}: {chain}")
    return " | ".join(parts)


def _both(words: Label) -> str:
    return f"{words.ar} · {words.en}"


if __name__ == "__main__":
    main()
