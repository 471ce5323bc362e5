"""What a brief says of contested days, places and actors, and of names of the other language."""

from typing import Any

import pytest
from msgspec.structs import replace

from isnad.model.recorded import Contradiction, Differing, RecordedIncident, Side
from isnad.model.slots import Party
from isnad.publishing.brief_citing import number_sources
from isnad.publishing.brief_headline import headline
from isnad.publishing.brief_material import Material
from isnad.publishing.brief_request import select
from isnad.publishing.brief_sides import contested_sides
from isnad.publishing.brief_voice import Voice
from isnad.publishing.wording import Language
from tests.publishing.brief_record import asked, incidents


def contested(slot: Differing, *values: str) -> tuple[RecordedIncident, tuple[Contradiction, ...]]:
    incident = incidents()[0]
    mention = incident.told[0].mention.id
    sides = tuple(Side(value=value, roots=(incident.roots[0],), mentions=(mention,)) for value in values)
    found = (Contradiction(slot=slot, sides=sides),)  # type: ignore[arg-type]
    return replace(incident, contradictions=found), found


def said(language: Language, slot: Differing, *values: str) -> list[str]:
    incident, found = contested(slot, *values)
    request = asked(language=language)
    chosen, voice = select([incident], request), Voice(language)
    material = Material(asked=request, chosen=chosen, voice=voice, citing=number_sources(chosen, voice)[0])
    return [each.text.split(" (")[0] for each in contested_sides(found, incident, material)]


def test_days_are_told_in_words() -> None:
    assert said("en", "when", "2023-03-04", "2023-03-06/2023-03-08") == ["4 March 2023", "6 March 2023 to 8 March 2023"]
    assert all("-" not in each and "/2" not in each for each in said("ar", "when", "2023-03-04", "2023-03-06"))


def test_what_a_profile_took_out_is_no_side() -> None:
    assert said("ar", "where", "", "") == []


def test_an_arabic_brief_has_a_place_in_the_words_of_its_report() -> None:
    where = incidents()[0].told[0].mention.incident.where
    assert where is not None
    assert said("ar", "where", where.name) == [where.text]
    assert said("en", "where", where.name) == [where.name]


def test_english_has_a_country_by_its_english_name_and_nobody_as_nobody() -> None:
    voice = Voice("en")
    state = Party(text="فرنسا", start=0, end=5, name="فرنسا", kind="state")
    nobody = Party(text="مصادر محلية", start=0, end=11, name="مصادر محلية", kind="unnamed")
    assert voice.party(state) == "France"
    assert voice.party(nobody) == "an unnamed source"
    assert "محلية" in Voice("ar").party(nobody)


def test_an_outlet_has_its_arabic_name_in_arabic_alone() -> None:
    names = {"nahr.example": "صحيفة النهر"}
    assert Voice("ar", outlets=names).outlet("nahr.example") == "صحيفة النهر"
    assert Voice("en", outlets=names).outlet("nahr.example") == "nahr.example"


@pytest.mark.parametrize(("times", "told"), [(1, False), (1000, True)])
def test_a_sum_that_rests_on_one_incident_says_so(times: int, told: bool) -> None:
    made = list(incidents())
    at = next(n for n, one in enumerate(made) if any(best.slot == "killed" and best.best for best in one.best))
    best: Any = tuple(
        replace(one, low=one.low * times, best=one.best * times, high=None if one.high is None else one.high * times)
        for one in made[at].best
    )
    made[at] = replace(made[at], best=best)
    request = asked(language="en")
    chosen, voice = select(made, request), Voice("en")
    material = Material(asked=request, chosen=chosen, voice=voice, citing=number_sources(chosen, voice)[0])
    assert ("stands or falls" in str(headline(material))) == told
