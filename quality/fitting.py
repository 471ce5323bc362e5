"""Fitting the judge's weights: `make fit`, or `python -m quality.fitting [ANNOTATED.jsonl…] [--corpus FILE] [--output FILE]`.

The bundled reports always count among the annotated ones. `--corpus` names the file of reports that our own annotation in
`corpus_annotation.jsonl` points into. The weights that ship were made with
`python -m quality.fitting ../shared/gold/train.jsonl --corpus ../shared/corpus/reports.jsonl.gz`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import msgspec

from isnad.coding.judging import Judge, Question
from isnad.coding.preparing import Preparer
from isnad.lexicon.loading import load_lexicon
from isnad.places.gazetteer import load_gazetteer
from quality.choosing import fit_choices
from quality.corpus_annotation import annotated_corpus
from quality.examples import add_report, work_up
from quality.fixtures import gold_reports
from quality.gold import read_rows
from quality.learning import Examples, best_threshold, counted, fit, share_right, weigh, weigh_many

WEIGHTS = Path(__file__).parent.parent / "src" / "isnad" / "coding" / "weights.json"
STRENGTH = {
    "mention": 0.1,
    "same": 0.07,
    "source": 0.1,
    "type": 0.5,
    "status": 1.0,
    "toll": 0.3,
    "assessment": 0.07,
    "excerpt begin": 0.4,
    "excerpt end": 0.4,
}
USUAL = 0.15
MUCH = {"same": 3.0}
"""How much more an example counts where the annotation is not our own reading: where incidents are parted, readers differ."""
THRESHOLDS = {
    "place": 0.2,
    "source": 0.46,
    "statement": 0.42,
    "assessment": 0.26,
    "situation": 0.28,
    "time": 0.22,
    "incident": 0.52,
    "report": 0.84,
    "mention": 0.42,
    "same": 0.4,
    "perpetrator": 0.34,
    "target": 0.3,
    "toll": 0.3,
    "status": 0.75,
}


def fit_files(paths: list[Path], corpus: Path | None) -> Judge:
    """The weights of all questions from annotated files and the bundled reports, with their origin."""
    docs, ours = annotated(paths, corpus)
    preparer = Preparer(load_lexicon(), load_gazetteer())
    examples: Examples = Examples()
    types: list[tuple[list[str], str, int]] = []
    for number, doc in enumerate(docs):
        add_report(examples, types, work_up(preparer, doc), doc, number)
    names = ", ".join(["the bundled reports", *(path.name for path in paths)])
    origin = (
        f"fitted by quality.fitting on {len(docs)} annotated reports of {names}, "
        f"{ours} of them read in a corpus by us; numeric weights only"
    )
    return judge_from(examples, types, origin)


def annotated(paths: list[Path], corpus: Path | None) -> tuple[list[dict[str, Any]], int]:
    """All annotated reports to learn from, and how many of them are our own annotation of a corpus."""
    ours = annotated_corpus(corpus) if corpus else []
    return [row for path in paths for row in read_rows(path)] + gold_reports() + ours, len(ours)


def judge_from(
    examples: Examples, types: list[tuple[list[str], str, int]], origin: str, *, quiet: bool = False
) -> Judge:
    """A judge fitted on examples; thresholds are those that `THRESHOLDS` fixes, chosen end to end.

    A question without examples is left out. Unless `quiet`, how well each is answered out of fold goes to standard error.
    """
    questions: dict[str, Question] = {}
    for question, rows in sorted(examples.rows.items()):
        if len({answer for _, answer, _ in rows}) > 1:
            strength = STRENGTH.get(question, USUAL)
            if not quiet:
                _tell(question, rows, strength)
            weights = weigh(rows, strength, counted(rows, examples.given, MUCH.get(question, 1.0)))
            questions[question] = Question(weights, THRESHOLDS[question])
    for question, choices in sorted(examples.choices.items()):
        questions[question] = Question(
            fit_choices(choices, STRENGTH.get(question, USUAL)), THRESHOLDS.get(question, 0.5)
        )
    for question, answered in (("type", types), ("status", examples.statuses)):
        if not answered:
            continue
        if not quiet:
            right = share_right(answered, STRENGTH[question])
            print(f"{question:20} {len(answered):6} examples            right {100 * right:5.1f}", file=sys.stderr)
        chosen = weigh_many(answered, STRENGTH[question])
        questions |= {f"{question}:{name}": Question(weights) for name, weights in chosen.items()}
    for question in ("incident", "report", "status"):
        questions[question] = Question({}, THRESHOLDS[question])
    return Judge(questions, origin)


def _tell(question: str, rows: list[tuple[list[str], int, int]], strength: float) -> None:
    chances, answers = fit(rows, strength)
    threshold, value = best_threshold(chances, answers)
    told = f"{question:20} {len(rows):6} examples {int(answers.sum()):5} yes"
    print(f"{told}  F1 {100 * value:5.1f} at {threshold}", file=sys.stderr)


def asking(description: str | None) -> argparse.ArgumentParser:
    """A parser that asks for annotated files and the corpus."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("annotated", nargs="*", type=Path)
    parser.add_argument("--corpus", type=Path, help="the reports that corpus_annotation.jsonl points into")
    return parser


def main() -> int:
    """Fit on the annotated files and write the weights."""
    parser = asking(__doc__)
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    fitted = fit_files(args.annotated, args.corpus)
    content = msgspec.json.format(msgspec.json.encode(fitted, order="sorted"), indent=0)
    args.output.write_bytes(content + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
