"""Verdicts on assertions as a brief tells them."""

from collections.abc import Callable

from isnad.model.assertion import Asserted
from isnad.model.slots import Party
from isnad.model.verdict import Verdict
from isnad.publishing.brief_request import Asked, Checked
from isnad.publishing.brief_voice import Voice
from isnad.publishing.pseudonyms import without_contacts
from isnad.publishing.verdict_text import worded


def checked_from(by: Asserted, verdict: Verdict, asked: Asked, shown: Callable[[Party], Party]) -> Checked:
    """A verdict with who asserted it through whom, and the figures it rests on.

    `shown` gives parties as the profile has them. A public brief leaves the chain out: it may name private persons.
    """
    voice = Voice(asked.language, asked.digits)
    outlet = voice.quoted_if_judging(by.outlet or voice.say("source", "outlet"))
    chain = [] if asked.profile == "public" else [voice.party(shown(party)) for party in verdict.assertion.chain]
    made = voice.join([outlet, voice.day(by.published)] if by.published else [outlet])
    words = " ".join(verdict.assertion.text.split())
    return Checked(
        text=words if asked.profile == "private" else without_contacts(words),
        by=" ← ".join([made, *chain]),
        verdict=verdict.ruling,
        basis=voice.also(_basis(verdict, voice)),
        reports=(by.report,),
        incidents=verdict.incidents[0],
    )


def _basis(verdict: Verdict, voice: Voice) -> list[str]:
    told = [worded("reason", verdict.reason, voice.language).removesuffix(".")]
    if verdict.change is not None:
        shown = verdict.change.panel or verdict.change.all_sources
        counts = {"before": _number(shown.before.count, voice), "now": _number(shown.after.count, voice)}
        told.append(voice.say("checked", "counts", **counts))
        ratio = shown.ratio
        if ratio is not None and ratio.value is not None and ratio.high is not None:
            bounds = {"low": voice.number(float(ratio.low)), "high": voice.number(float(ratio.high))}
            span = voice.say("span", "closed", **bounds)
            told.append(voice.say("checked", "ratio", ratio=voice.number(float(ratio.value)), span=span))
    if verdict.ranking is not None and verdict.ranking.own is not None:
        told.append(voice.span(verdict.ranking.own.low, verdict.ranking.own.high))
    return told


def _number(value: float, voice: Voice) -> str:
    return voice.number(int(value) if float(value).is_integer() else float(value))
