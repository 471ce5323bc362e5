"""Cross-validation: each report coded with weights fitted on the others, so that thresholds can be chosen honestly.

`python -m quality.crossing ../shared/gold/train.jsonl --corpus ../shared/corpus/reports.jsonl.gz` prints the table.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any, TypeAlias

import msgspec

from isnad.coding.coder import Coder
from isnad.coding.judging import Judge, Question
from isnad.coding.preparing import Preparer
from isnad.lexicon.loading import load_lexicon
from isnad.places.gazetteer import load_gazetteer
from isnad.publishing.contract import to_json
from quality.examples import add_report, work_up
from quality.fitting import annotated, asking, judge_from
from quality.gold import to_report
from quality.learning import Examples
from quality.scoring import score, table

FOLDS = 5
Types: TypeAlias = list[tuple[list[str], str, int]]


def fold_judges(docs: Sequence[dict[str, Any]]) -> list[Judge]:
    """One judge a fold, fitted on the reports of all other folds."""
    examples, types = all_examples(docs)
    return [fold_judge(examples, types, fold) for fold in range(FOLDS)]


def all_examples(docs: Sequence[dict[str, Any]]) -> tuple[Examples, Types]:
    """What all reports teach, each example with the number of its report."""
    preparer = Preparer(load_lexicon(), load_gazetteer())
    examples = Examples()
    types: Types = []
    for number, doc in enumerate(docs):
        add_report(examples, types, work_up(preparer, doc), doc, number)
    return examples, types


def fold_judge(examples: Examples, types: Types, fold: int) -> Judge:
    """A judge fitted on the examples of all reports but those of one fold."""
    kept = Examples()
    kept.given = examples.given
    kept.rows.update({question: [r for r in rows if r[2] % FOLDS != fold] for question, rows in examples.rows.items()})
    kept.choices.update({q: [c for c in found if c.report % FOLDS != fold] for q, found in examples.choices.items()})
    kept.statuses = [row for row in examples.statuses if row[2] % FOLDS != fold]
    return judge_from(kept, [row for row in types if row[2] % FOLDS != fold], "cross-validation", quiet=True)


def with_thresholds(judge: Judge, thresholds: dict[str, float]) -> Judge:
    """A judge with some thresholds changed."""
    questions = dict(judge.questions)
    for name, threshold in thresholds.items():
        questions[name] = Question(questions[name].weights if name in questions else {}, threshold)
    return msgspec.structs.replace(judge, questions=questions)


def code_folds(
    docs: Sequence[dict[str, Any]], judges: list[Judge], thresholds: dict[str, float]
) -> list[dict[str, Any]]:
    """Every report coded by the judge that has not seen it."""
    coders = []
    for judge in judges:
        coder = Coder()
        coder._judge = with_thresholds(judge, thresholds)
        coders.append(coder)
    return [json.loads(to_json(coders[n % FOLDS].code(to_report(doc)))) for n, doc in enumerate(docs)]


def main() -> int:
    """Print the scorer's table, every report coded with weights fitted on the others."""
    args = asking(__doc__).parse_args()
    docs, _ = annotated(args.annotated, args.corpus)
    print(table(score(docs, code_folds(docs, fold_judges(docs), {})).result()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
