"""The assertions of reports on record with their verdicts, as a table to look over.

`python -m quality.assertions WORKSPACE --report ID --most 20 --output FILE` takes the assertions of the named reports and of
as many others that make testable ones, the same ones each time. The table holds words of the reports: it is written
where `--output` says and is no part of the project; `--page` writes the same with ids and figures alone.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from isnad.assessing.facts import Fact
from isnad.cli.assess import facts_on_record, verdicts_on
from isnad.cli.recording import open_at
from isnad.model.assertion import Asserted, Refusal
from isnad.model.coded import CodedReport
from isnad.model.verdict import Verdict
from isnad.publishing.verdict_text import verdict_note, worded
from isnad.record.filtering import MentionFilter
from isnad.record.store import Record
from quality.assertions_page import page

Found = tuple[Asserted, Verdict | Refusal]


def by_report(reports: Iterator[CodedReport], facts: list[Fact]) -> Iterator[list[Found]]:
    """The assertions of each report that makes a testable one."""
    for report in reports:
        found = list(verdicts_on(iter([report]), facts, MentionFilter()))
        if any(isinstance(verdict, Verdict) for _, verdict in found):
            yield found


def chosen(record: Record, facts: list[Fact], named: list[str], most: int) -> Iterator[list[Found]]:
    """The assertions of the named reports, then of others in order of arrival."""
    for report_id in named:
        yield [
            found for report in record.coded(report_id) for found in verdicts_on(iter([report]), facts, MentionFilter())
        ]
    others = (report for report in record.coded() if report.id not in named)
    yield from islice(by_report(others, facts), most)


def main() -> None:
    """Write the table and print how many of each ruling and reason."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--report", action="append", default=[])
    parser.add_argument("--most", type=int, default=20)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--page", type=Path, help="a page of ids and figures, without words of the reports")
    asked = parser.parse_args()
    tally = Counter[str]()
    with open_at(asked.workspace) as record, asked.output.open("w", encoding="utf-8") as stream:
        facts = facts_on_record(record, "isnad_default")
        known = {fact.id: fact for fact in facts}
        groups = list(chosen(record, facts, asked.report, asked.most))
        reports = sum(1 for _ in record.coded())
        for group in groups:
            for by, verdict in group:
                stream.write(verdict_note(verdict, "ar", known, by) + "\n\n")
                ruling = verdict.ruling if isinstance(verdict, Verdict) else "refused"
                tally[f"{worded('ruling', ruling, 'en')}: {verdict.reason}"] += 1
    if asked.page is not None:
        about = f"A record of {reports:,} reports and {len(facts):,} incidents that count."
        asked.page.write_text(page(groups, asked.report, about), encoding="utf-8")
    for name, number in tally.most_common():
        print(f"{number:5}  {name}")


if __name__ == "__main__":
    main()
