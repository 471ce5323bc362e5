"""Fitting the confidence: `make fit`, or `python -m quality.confiding [ANNOTATED.jsonl…] [--corpus FILE] [--output FILE]`.

Every annotated report is coded by weights fitted on the other folds only (`quality.crossing`), since a judge is surer of
what it has learnt from than of what it meets. On these codings a logistic regression learns from the signs of each record
(`isnad.coding.confiding`) whether it is right as the scorer's `record` says. An incident that pairs with an optional row
of the annotation teaches nothing: the scorer does not count it either.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from isnad.coding.coder import Coder
from isnad.coding.confiding import Confidence, Signs, signs_of
from isnad.coding.judging import BIAS, Judge
from isnad.coding.nearness import Ground
from isnad.coding.reading import Reading
from isnad.model.coded import Incident
from isnad.publishing.contract import to_json
from quality.agreement import Row
from quality.crossing import FOLDS, fold_judges
from quality.fitting import annotated, asking
from quality.gold import to_report
from quality.reliability import Sample, summary
from quality.scoring import verdicts_of

WEIGHTS = Path(__file__).parent.parent / "src" / "isnad" / "coding" / "confidence.json"
STRENGTH = 0.1
LEAST_SEEN = 8


class Example(Struct, frozen=True):
    """A coded record: its signs, whether it is right, and the number of its report."""

    signs: Signs
    right: bool
    report: int


class Noting(Confidence, frozen=True):
    """A confidence that knows nothing yet and keeps the signs it is shown, by the incident's id."""

    seen: dict[str, Signs] = msgspec.field(default_factory=dict)

    def told(self, incidents: Sequence[Incident], reading: Reading, ground: Ground) -> tuple[Incident, ...]:
        """The incidents as they are."""
        signs = signs_of(incidents, reading, ground)
        self.seen.update(zip((incident.id for incident in incidents), signs, strict=True))
        return tuple(incidents)


def crossed_examples(docs: Sequence[Row], judges: Sequence[Judge]) -> list[Example]:
    """The records of all reports, each report coded by the judge that has not seen it."""
    coders = [_noting_coder(judge) for judge in judges]
    return [
        example for number, doc in enumerate(docs) for example in _examples_of(doc, number, *coders[number % FOLDS])
    ]


def _noting_coder(judge: Judge) -> tuple[Coder, Noting]:
    coder, noting = Coder(), Noting({})
    # As in `quality.gold.open_coder`: only measuring and fitting change what a coder weighs with.
    coder._judge, coder._confidence = judge, noting
    return coder, noting


def _examples_of(doc: Row, number: int, coder: Coder, noting: Noting) -> Iterator[Example]:
    coded = json.loads(to_json(coder.code(to_report(doc))))
    for verdict in verdicts_of(doc, coded):
        if verdict.predicted is not None:
            yield Example(noting.seen[verdict.predicted["id"]], verdict.record, number)


def fit_confidence(examples: Sequence[Example], origin: str) -> Confidence:
    """The weights of the signs."""
    return _model_of([e.signs for e in examples], [e.right for e in examples], origin)


def crossed_samples(examples: Sequence[Example]) -> list[Sample]:
    """The chance of each record by weights of signs that have not seen its report, and whether it is right."""
    found: list[Sample] = []
    groups = [example.report for example in examples]
    for train, test in GroupKFold(FOLDS).split(np.zeros(len(groups)), groups=groups):
        fitted = fit_confidence([examples[n] for n in train], "")
        found += [Sample(fitted.chance(examples[n].signs), examples[n].right) for n in test]
    return found


def _model_of(signs: Sequence[Signs], right: Sequence[bool], origin: str) -> Confidence:
    vectoriser = DictVectorizer(dtype=np.float64)
    table: Any = vectoriser.fit_transform(signs)
    often = np.asarray((table != 0).sum(axis=0)).ravel() >= LEAST_SEEN
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(table[:, often], right)
    names = np.asarray(vectoriser.get_feature_names_out())[often]
    weights = {str(name): round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    return Confidence({BIAS: round(float(model.intercept_[0]), 3)} | weights, origin)


def fit_files(paths: Sequence[Path], corpus: Path | None) -> Confidence:
    """The weights from annotated files and the bundled reports; how well they do out of fold goes to standard error."""
    docs, _ = annotated(list(paths), corpus)
    examples = crossed_examples(docs, fold_judges(docs))
    print(summary(crossed_samples(examples)), file=sys.stderr)
    names = ", ".join(["the bundled reports", *(path.name for path in paths)])
    origin = (
        f"fitted by quality.confiding on {len(examples)} records of {len(docs)} annotated reports of {names} and of a "
        f"corpus, each coded by weights that had not seen it; numeric weights only"
    )
    return fit_confidence(examples, origin)


def main() -> int:
    """Fit on the annotated files and write the weights."""
    parser = asking(__doc__)
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    fitted = fit_files(args.annotated, args.corpus)
    args.output.write_bytes(msgspec.json.format(msgspec.json.encode(fitted, order="sorted"), indent=0) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
