"""The assertions of reports on record with their verdicts, as a table to look over.

`python -m quality.assertions WORKSPACE --report ID --most 20 --output FILE` takes the assertions of the named reports and of
as many others that make testable ones, the same ones each time. The table holds words of the reports: it is written
where `--output` says and is no part of the project; `--page` writes the same with ids and figures alone.

docs/assertions-corpus.md is made anew, coder and weights as they are, by one command (a quarter of an hour of processor):
`python -m quality.assertions NEW-FOLDER --corpus ../shared/corpus/reports.jsonl.gz --case ../shared/cases/athr-2022-04.txt
--published 2022-04-21 --outlet "أثر برس" --page docs/assertions-corpus.md`: where there is no workspace yet, the corpus
and the case are coded, added and linked first.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from os import devnull
from pathlib import Path

from benchmarks.processes import run_isnad
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


def fill(workspace: Path, corpus: Path | None, case: tuple[str, ...]) -> None:
    """Make the workspace of the corpus and the case (`isnad add`'s arguments), where there is none yet."""
    if workspace.exists():
        return
    run_isnad("init", str(workspace))
    at = ("--workspace", str(workspace))
    for added in ((str(corpus),) if corpus else (), case):
        if added:
            run_isnad(*at, "add", *added)
    run_isnad(*at, "link")


def case_id(record: Record, outlet: str | None, published: date | None) -> Iterator[str]:
    """The report of that outlet and day: the case is added from a plain text, which has no id of its own."""
    if outlet is not None and published is not None:
        reports = (facts for facts, _ in record.reports())
        yield from (facts.id for facts in reports if (facts.outlet, facts.published) == (outlet, published))


def main() -> None:
    """Write the table and print how many of each ruling and reason."""
    asked = _parser().parse_args()
    case = (str(asked.case), "--published", str(asked.published), "--outlet", asked.outlet) if asked.case else ()
    fill(asked.workspace, asked.corpus, case)
    tally = Counter[str]()
    with open_at(asked.workspace) as record, (asked.output or Path(devnull)).open("w", encoding="utf-8") as stream:
        facts = facts_on_record(record, "isnad_default")
        known = {fact.id: fact for fact in facts}
        named = [*asked.report, *case_id(record, asked.outlet, asked.published)]
        groups = list(chosen(record, facts, named, asked.most))
        reports = sum(1 for _ in record.coded())
        for group in groups:
            for by, verdict in group:
                stream.write(verdict_note(verdict, "ar", known, by) + "\n\n")
                ruling = verdict.ruling if isinstance(verdict, Verdict) else "refused"
                tally[f"{worded('ruling', ruling, 'en')}: {verdict.reason}"] += 1
    if asked.page is not None:
        about = f"A record of {reports:,} reports and {len(facts):,} incidents that count."
        asked.page.write_text(page(groups, named, about), encoding="utf-8")
    for name, number in tally.most_common():
        print(f"{number:5}  {name}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--report", action="append", default=[])
    parser.add_argument("--most", type=int, default=20)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--page", type=Path, help="a page of ids and figures, without words of the reports")
    parser.add_argument("--corpus", type=Path, help="what a workspace that is not there yet is filled with")
    parser.add_argument("--case", type=Path, help="a plain text added to it, with its day and outlet")
    parser.add_argument("--published", type=date.fromisoformat)
    parser.add_argument("--outlet")
    return parser


if __name__ == "__main__":
    main()
