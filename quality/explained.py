"""Ten varied incidents of the bundled reports as `isnad explain` prints them: `python -m quality.explained [--check]`.

Writes all of docs/explain.md below its mark anew, or with `--check` fails where that would change it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from isnad.cli.explain_text import explanation_lines
from isnad.coding.accounts import Explanation
from isnad.coding.coder import Coder
from isnad.fixtures import bundled_reports
from isnad.model.coded import CodedReport

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "explain.md"
MARK: Final = "<!-- made by python -m quality.explained -->\n"
CASES: Final = (
    ("a01", "قصف مدفعي نفّذته", "shelling, with a background of other acts in the same report"),
    ("a02", "هجوم التنظيم على سجن", "a prison break: the codebook's rule stands above the judge"),
    ("a05", "غارة على سوق المواشي", "an air strike that one side tells of and another denies"),
    ("a04", "تفجيراً انتحارياً", "a suicide bombing with rival figures"),
    ("a04", "اغتالوا قاضياً", "an assassination that is only alleged"),
    ("a03", "لهجوم مسلح", "an attack that is denied"),
    ("a08", "احبطت محاولة", "an attempt that was foiled"),
    ("b06", "خطف مسلحون", "an abduction with two figures of those taken"),
    ("b04", "اتفاق على وقف", "an agreement, with slots left empty"),
    ("b13", "قُتل طفلان", "a mine, and who the dead were"),
)
"""Report, words of a mention, and what the case shows: by words, since numbers change when the coder does."""


class CaseGoneError(Exception):
    """A case's words are in no incident's mention any more: choose another."""


def incident_with(coded: CodedReport, words: str) -> str:
    """The id of the first incident that has a mention with these words. Raises CaseGoneError."""
    for incident in coded.incidents:
        if any(words in mention.text for mention in incident.mentions):
            return incident.id
    raise CaseGoneError(f"{coded.id}: no incident is mentioned by {words}")


def explained_cases() -> Iterator[tuple[str, Explanation]]:
    """What each case shows, and its explanation. Raises CaseGoneError."""
    coder = Coder()
    reports = {report.id: report for report in bundled_reports()}
    for report, words, shows in CASES:
        yield shows, coder.explain(reports[report], incident_with(coder.code(reports[report]), words))


def page() -> str:
    """docs/explain.md as it should be. Raises CaseGoneError."""
    head, mark, _ = PAGE.read_text("utf-8").partition(MARK)
    parts = [
        f"\n### {number}. {told.incident.id}: {shows}\n\n```text\n{chr(10).join(explanation_lines(told))}\n```\n"
        for number, (shows, told) in enumerate(explained_cases(), start=1)
    ]
    return head + mark + "".join(parts)


def main() -> None:
    """Write the page, or check it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="fail where the page is not what the coder says now")
    check = parser.parse_args().check
    made = page()
    if not check:
        PAGE.write_text(made, "utf-8")
    elif made != PAGE.read_text("utf-8"):
        raise SystemExit("docs/explain.md is not what the coder says now: python -m quality.explained")


if __name__ == "__main__":
    main()
