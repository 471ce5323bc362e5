"""The assertions of reports on record with their verdicts, as a page without words of the reports: ids and figures.

`python -m quality.assertions WORKSPACE --report ID --most 20 --output FILE --page docs/assertions-corpus.md` writes it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from isnad.model.assertion import Asserted, Assertion, Refusal
from isnad.model.finding import Change, Comparison, Period
from isnad.model.verdict import Ranked, Ranking, Verdict
from isnad.publishing.verdict_text import worded

Found = tuple[Asserted, Verdict | Refusal]

_SHOWN: Final = 6  # ids of incidents named of each side
_HEAD: Final = "| report | day | measure | direction | actor | area | asserted size | period | against | verdict | figures | incidents |"
_LINE: Final = "|" + "---|" * 12


def page(groups: Sequence[Sequence[Found]], named: Sequence[str], about: str) -> str:
    """The page; `named` are the reports that were asked for by name, `about` says of what record it was made."""
    found = [one for group in groups for one in group]
    rulings = Counter(_ruling(verdict) for _, verdict in found)
    told = ", ".join(f"{name} {number}" for name, number in rulings.most_common())
    refused = Counter(verdict.reason for _, verdict in found if isinstance(verdict, Refusal))
    rows = [_row(by, verdict, named) for by, verdict in found if isinstance(verdict, Verdict)]
    lines = [
        "# Assertions of the corpus held against its record",
        "",
        "Made by `quality/assertions_page.py`; not to be edited. Ids and figures only: the words are the reports'.",
        "",
        f"{about} {len(groups)} reports, {len(found)} assertions: {told}.",
        "Refused: " + (", ".join(f"{reason} {number}" for reason, number in refused.most_common()) or "none") + ".",
        "Each side's first ids stand for its incidents; `isnad show ID` tells of one. `*`: assumed, not said.",
        "",
        _HEAD,
        _LINE,
        *rows,
    ]
    return "\n".join(lines) + "\n"


def _ruling(verdict: Verdict | Refusal) -> str:
    return worded("ruling", verdict.ruling, "en") if isinstance(verdict, Verdict) else "refused"


def _row(by: Asserted, verdict: Verdict, named: Sequence[str]) -> str:
    said = verdict.assertion
    report = f"**{_short(by.report)}**" if by.report in named else _short(by.report)
    cells = (
        report,
        str(by.published or "–"),
        verdict.measure,
        said.direction,
        (said.actor.id or "unknown") if said.actor else "–",
        _area(said),
        f"{said.size.bound} {said.size.factor:g}" if said.size else "–",
        _days(verdict.period) + ("*" if "period" in verdict.assumed else ""),
        _days(verdict.before) + ("*" if "before" in verdict.assumed else ""),
        f"{worded('ruling', verdict.ruling, 'en')} ({verdict.reason})",
        "; ".join(_figures(verdict)) or "–",
        "<br>".join(_ids(side) for side in verdict.incidents if side) or "–",
    )
    return "| " + " | ".join(cells) + " |"


def _short(report: str) -> str:
    """An id of a report, a hash cut to what tells it from others."""
    return report if len(report) <= 24 else f"{report[:23]}…"


def _area(said: Assertion) -> str:
    return ", ".join(dict.fromkeys(where.admin1_code or where.country or "?" for where in said.areas)) or "–"


def _days(period: Period | None) -> str:
    return f"{period.first} – {period.last}" if period else "–"


def _figures(verdict: Verdict) -> Iterator[str]:
    if verdict.change is not None:
        yield from _of_change(verdict.change)
    if verdict.ranking is not None:
        yield from _of_ranking(verdict.ranking)


def _of_change(change: Change) -> Iterator[str]:
    for name, compared in (("all sources", change.all_sources), ("panel", change.panel)):
        if compared is not None:
            yield f"{name}: {_amounts(compared)}"


def _amounts(compared: Comparison) -> str:
    before, after, ratio = compared.before, compared.after, compared.ratio
    told = f"{before.count:g} of {before.incidents} → {after.count:g} of {after.incidents}"
    if ratio is None or ratio.value is None:
        return told
    high = f"{ratio.high:.2f}" if ratio.high is not None and ratio.high < 1000 else "∞"
    return f"{told}, ratio {ratio.value:.2f} ({ratio.low:.2f}–{high})"


def _of_ranking(ranking: Ranking) -> Iterator[str]:
    for name, one in (("own", ranking.own), ("greatest other", ranking.other)):
        if one is not None:
            yield f"{name}: {_range(one)}"
    yield f"held against {ranking.compared}"


def _range(one: Ranked) -> str:
    return f"{one.low}–{one.best}–{'∞' if one.high is None else one.high}"


def _ids(side: Sequence[str]) -> str:
    shown = ", ".join(f"`{each}`" for each in side[:_SHOWN])
    return shown if len(side) <= _SHOWN else f"{shown} and {len(side) - _SHOWN} more"
