"""Tolls of many incidents summed, and one incident's figures told with their sources."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from isnad.model.recorded import BestFigure, LossSlot, RecordedIncident, SourcedFigure
from isnad.publishing.brief_citing import Citing
from isnad.publishing.brief_content import Said
from isnad.publishing.brief_voice import Voice
from isnad.publishing.wording import label


class Toll(Struct, frozen=True):
    """Low, best and high, each summed by itself; `open` where one incident's high has no bound (its best stands in)."""

    low: int = 0
    best: int = 0
    high: int = 0
    open: bool = False

    @property
    def upper(self) -> int | None:
        """The sum of the highs, None where it has no bound."""
        return None if self.open else self.high


def best_of(incident: RecordedIncident, slot: LossSlot) -> BestFigure | None:
    """The best figure of a slot, None where nobody gives one."""
    return next((figure for figure in incident.best if figure.slot == slot), None)


def sum_up(incidents: Iterable[RecordedIncident], slot: LossSlot) -> Toll:
    """The toll of a slot over incidents; those for which nobody gives one add nothing."""
    found = [figure for incident in incidents if (figure := best_of(incident, slot)) is not None]
    return Toll(
        low=sum(figure.low for figure in found),
        best=sum(figure.best for figure in found),
        high=sum(max(figure.best, figure.low) if figure.high is None else figure.high for figure in found),
        open=any(figure.high is None for figure in found),
    )


def figure_phrase(figure: SourcedFigure, voice: Voice) -> str:
    """`12 killed`, `3 to 7 killed`, `about 50 killed`, `60 killed or more`."""
    if figure.high is None or figure.high == figure.low:
        phrase = voice.counted(figure.slot, figure.low, open_=figure.high is None)
    else:
        span = voice.span(figure.low, figure.high)
        phrase = voice.say("span", "of_slot", slot=voice.say("slot", figure.slot), span=span)
    return voice.of(label("range", "about")).format(number=phrase) if figure.approximate else phrase


def figure_sayings(incident: RecordedIncident, slot: LossSlot, citing: Citing, voice: Voice) -> Iterator[Said]:
    """Who said which figure of a slot: one sentence for each value and root, with all reports that bring it."""
    groups: dict[tuple[int, int | None, str, str], list[SourcedFigure]] = {}
    for figure in incident.figures:
        if figure.slot == slot and (figure.counts or figure.stance != "asserts"):
            groups.setdefault((figure.low, figure.high, figure.root, figure.stance), []).append(figure)
    for figures in groups.values():
        yield Said(text=_saying(figures[0], voice), sources=citing.figures(figures))


def _saying(figure: SourcedFigure, voice: Voice) -> str:
    outlet = voice.outlet(figure.outlet or voice.say("source", "outlet"))
    source = voice.party(figure.chain[-1]) if figure.chain else outlet
    code = "said" if source == outlet or not figure.chain else "said_through"
    code = {"denies": "denied", "doubts": "doubted"}.get(figure.stance, code)
    return voice.say("main", code, source=source, outlet=outlet, figure=figure_phrase(figure, voice))
