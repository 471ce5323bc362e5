"""Making the content of a brief from incidents: pure, the same incidents and request give the same brief."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from isnad.model.finding import Change
from isnad.model.recorded import RecordedIncident
from isnad.publishing.arabic_names import party_labels
from isnad.publishing.brief_citing import number_sources
from isnad.publishing.brief_content import Brief, Section
from isnad.publishing.brief_headline import change, headline
from isnad.publishing.brief_limits import gaps, method, source_list
from isnad.publishing.brief_material import Material
from isnad.publishing.brief_request import Asked, Checked, Selection, select
from isnad.publishing.brief_told import annex, checked, contested, main_incidents
from isnad.publishing.brief_voice import Voice
from isnad.publishing.brief_where import by_division, by_type, shown_map, timeline

_SECTIONS: Final[tuple[Callable[[Material], Section], ...]] = (
    headline,
    change,
    shown_map,
    timeline,
    main_incidents,
    by_division,
    by_type,
    contested,
    checked,
    gaps,
    annex,
    source_list,
    method,
)


def make_brief(
    incidents: Iterable[RecordedIncident],
    asked: Asked,
    *,
    changes: Sequence[Change] = (),
    verdicts: Sequence[Checked] = (),
    coder: str | None = None,
    names: Mapping[str, str] | None = None,
) -> Brief:
    """The brief that `asked` asks for. `incidents` must already be as the profile wants them (`profiles.protector`).

    `names` are Arabic names of parties by id, for incidents whose words a profile took out. Without `changes` (assessing.change) the section on change gives counts and calls nothing a rise.
    """
    chosen = select(incidents, asked)
    voice = Voice(asked.language, asked.digits, names or {}, _arabic_outlets(chosen) if asked.language == "ar" else {})
    citing, sources = number_sources(chosen, voice)
    material = Material(
        asked=asked,
        chosen=chosen,
        voice=voice,
        citing=citing,
        changes=tuple(changes),
        checked=tuple(verdicts),
        coder=coder,
    )
    area = _area(asked, voice)
    period = voice.say("head", "period", since=voice.day(asked.since), until=voice.day(asked.until))
    return Brief(
        language=asked.language,
        digits=asked.digits,
        title=voice.say("head", "title", area=area),
        subtitle=period,
        facts=_facts(material),
        cut_off=asked.cut_off,
        sections=tuple(section(material) for section in _SECTIONS),
        sources=sources,
        footer=voice.say("head", "footer"),
    )


def _arabic_outlets(chosen: Selection) -> dict[str, str]:
    """The Arabic names of the outlets whose keys are ids of the lexicon."""
    known = party_labels()
    incidents = (*chosen.counted, *chosen.uncounted, *chosen.before)
    pairs = {outlet: key for incident in incidents for outlet, key in incident.outlets.items()}
    return {outlet: known[key] for outlet, key in pairs.items() if key in known}


def _area(asked: Asked, voice: Voice) -> str:
    codes = dict.fromkeys(code for code in (asked.area, asked.scope.country) if code)
    return voice.join(voice.area(code) for code in codes) or voice.say("head", "everywhere")


def _facts(material: Material) -> tuple[tuple[str, str], ...]:
    voice, asked, counted = material.voice, material.asked, material.chosen.counted
    reports = {told.mention.report.id for incident in counted for told in incident.told}
    basis = voice.say(
        "head",
        "basis_of",
        incidents=voice.counted("incidents", len(counted)),
        reports=voice.counted("reports", len(reports)),
    )
    return (
        (voice.say("head", "cut_off"), voice.time(asked.cut_off)),
        (voice.say("head", "basis"), basis),
        (voice.say("head", "profile"), voice.say("profile", asked.profile)),
    )
