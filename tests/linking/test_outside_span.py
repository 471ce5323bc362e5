"""What a file speaks of: its days, and in each country the box round its events."""

from datetime import date, timedelta
from typing import Any

import msgspec

from isnad.linking.outside_differences import hold_against
from isnad.linking.outside_span import belongs, may_touch, span_of
from isnad.model.mention import Mention, ReportFacts
from isnad.model.recorded import BestFigure, RecordedIncident, Told
from tests.linking.outside_making import DAY, event, outside
from tests.record.builders import bombing


def incident(killed: int = 14, **changed: Any) -> RecordedIncident:
    coded = bombing()
    report = ReportFacts(id="r1", published=date(2023, 3, 2))
    mention = Mention(id="m-000000000001", seq=1, report=report, incident=coded)
    best = BestFigure(slot="killed", low=killed, best=killed, high=killed, rule="isnad_default", roots=1)
    found = RecordedIncident(
        id=mention.id,
        type=coded.type,
        status=coded.status,
        when=coded.when,
        where=coded.where,
        perpetrators=coded.perpetrators,
        best=(best,),
        told=(Told(mention=mention, role="new"),),
    )
    return msgspec.structs.replace(found, **changed)


def test_days_and_area() -> None:
    span = span_of([(event(first=DAY - timedelta(99)), "SY"), (event(first=DAY, last=DAY + timedelta(5)), "SY")])
    assert span is not None
    assert span.holds(incident())
    assert not span.holds(incident(when=None))
    assert not span.holds(incident(where=None))
    months = msgspec.structs.replace(bombing().when, earliest=DAY - timedelta(60))  # type: ignore[type-var]
    assert not span.holds(incident(when=months))
    far = msgspec.structs.replace(bombing().where, latitude=33.5, longitude=36.3)  # type: ignore[type-var]
    assert not span.holds(incident(where=far))
    assert span_of([]) is None


def test_a_country_that_the_file_does_not_have() -> None:
    span = span_of([(event(), "IQ")])
    assert span is not None
    assert not span.holds(incident())


def test_what_belongs_in_a_dataset() -> None:
    assert belongs(incident(), ["bombing"], deaths=True)
    assert not belongs(incident(killed=0), ["bombing"], deaths=True)
    assert belongs(incident(killed=0), ["bombing"], deaths=False)
    assert not belongs(incident(), ["protest"], deaths=False)
    assert not belongs(incident(aggregate=True), ["bombing"], deaths=False)
    assert not belongs(incident(status="hypothetical"), ["bombing"], deaths=False)
    assert not belongs(incident(reviewed="rejected"), ["bombing"], deaths=False)


def test_the_day_of_publication_stands_in() -> None:
    mention = incident().told[0].mention
    undated = msgspec.structs.replace(mention, incident=msgspec.structs.replace(mention.incident, when=None))
    assert may_touch([mention], DAY, DAY)
    assert may_touch([undated], DAY, date(2023, 3, 2))
    assert not may_touch([undated], DAY, DAY)


def test_what_differs() -> None:
    def differs(**changed: Any) -> list[str]:
        return [each.slot for each in hold_against(event(**changed), incident(), outside().actors).differences]

    assert differs() == []
    assert differs(killed_low=1, killed_high=3) == ["killed"]
    assert differs(killed_low=10, killed_high=None) == []
    assert differs(killed_low=None, killed_best=0, killed_high=None) == ["killed"]
    assert differs(killed_low=None, killed_best=None, killed_high=None) == []
    assert differs(first=DAY + timedelta(1), last=DAY + timedelta(1)) == ["day"]
    assert differs(latitude=36.5) == ["place"]
    assert differs(types=("shelling",)) == ["type"]
    assert differs(types=()) == []


def test_actors_differ_only_where_both_sides_name_someone_known() -> None:
    party = msgspec.structs.replace(bombing().perpetrators[0], id="islamic-state", name="Islamic State")
    ours = incident(perpetrators=(party,))

    def differs(*names: str) -> list[str]:
        return [each.slot for each in hold_against(event(actors=names), ours, outside().actors).differences]

    assert differs("YPG") == ["actors"]
    assert differs("IS", "YPG") == []
    assert differs("YPG", "The Brigade of Nowhere") == []
    assert differs("Civilians (Syria)") == []
