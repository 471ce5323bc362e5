"""What each profile lets out: the whole of a protected incident is searched for what must not be there."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from isnad.model.place import Place
from isnad.model.recorded import RecordedIncident
from isnad.publishing.coarsening import Coarsener
from isnad.publishing.profiles import LeftOut, Profile, Protection, protector
from isnad.publishing.pseudonyms import Pseudonyms, without_contacts
from tests.linking.builders import figure, judgement, mention, when
from tests.publishing.recorded import (
    AS_OF,
    CIVILIANS,
    HOSPITAL,
    OFFICE,
    SPEAKER,
    incident,
    incidents_of,
    named,
    told,
    where,
)

KEY = "0f" * 32


class Gazetteer:
    """Four places of Aleppo."""

    def __init__(self) -> None:
        common: dict[str, Any] = {"country": "SY", "admin1": "Aleppo", "radius_km": 5.0}
        district = {**common, "admin2": "Al-Bab District"}
        self.places = (
            Place(
                id="isnad:SY",
                name="Syria",
                kind="country",
                country="SY",
                latitude=35.0,
                longitude=38.0,
                radius_km=300.0,
            ),
            Place(id="isnad:SY-HL", name="Aleppo", kind="admin1", latitude=36.3, longitude=37.4, **common),
            Place(id="geonames:1", name="Al-Bab", kind="town", latitude=36.3712, longitude=37.5159, **district),
            Place(id="geonames:2", name="Tadif", kind="camp", latitude=36.3488, longitude=37.5341, **district),
        )

    def __len__(self) -> int:
        return len(self.places)

    def place(self, row: int) -> Place:
        return self.places[row]


def protect(given: RecordedIncident, profile: Profile = "public", **asked: Any) -> RecordedIncident | LeftOut:
    protection = Protection(profile=profile, as_of=asked.pop("as_of", AS_OF), **asked)
    return protector(protection, Pseudonyms(KEY), lambda: Coarsener(Gazetteer()))(given)


def protected(given: RecordedIncident, profile: Profile = "public", **asked: Any) -> RecordedIncident:
    found = protect(given, profile, **asked)
    assert isinstance(found, RecordedIncident)
    return found


def words_of(given: RecordedIncident) -> str:
    return msgspec.json.encode(given).decode()


def test_private_is_all_there_is() -> None:
    given = incident()
    assert protect(given, "private") is given


@pytest.mark.parametrize("profile", ["private", "partner", "public"])
def test_the_rejected_leave(profile: Profile) -> None:
    from isnad.linking.assembling import assemble

    assert protect(assemble([told()], [judgement(1, "reject")]), profile) == LeftOut("rejected")


@pytest.mark.parametrize("profile", ["partner", "public"])
def test_persons_have_pseudonyms_everywhere(profile: Profile) -> None:
    victim = named("سعاد الحلبي")
    given = incident(
        targets=(victim,), claimed_by=named("أبو ليث", kind="official"), figures=(figure(4, SPEAKER, OFFICE),)
    )
    found = words_of(protected(given, profile))
    for name in ("الراوي", "الحلبي", "ليث"):
        assert name in words_of(given)
        assert name not in found
    assert "مكتب صحة النهر" in found
    assert "قتيلا" not in found  # the words of a figure may name people


def test_a_pseudonym_is_stable_keyed_and_does_not_mind_spelling() -> None:
    names = Pseudonyms(KEY)
    assert names.of("أحمد الراوي") == names.of("احمد  الرَّاوي") == Pseudonyms(KEY).of("أحمد الراوي")
    assert names.of("أحمد الراوي") != Pseudonyms("aa" * 32).of("أحمد الراوي")
    assert names.of("أحمد الراوي") != names.of("أحمد الحلبي")


def test_one_person_is_one_root_and_one_name() -> None:
    found = protected(incidents_of([told(1), told(2, "صحيفة البحر")]))
    names = {one.chain[-1].name for one in found.figures}
    assert len(names) == 1
    assert set(found.roots) == {one.root for one in found.figures} == names


@pytest.mark.parametrize(
    "text",
    [
        "اتصل 0944 123 456",
        "+963 944 123 456",
        "٠٩٤٤١٢٣٤٥٦",
        "salem.rawi@example.test",
        "@salem_rawi",
        "t.me/salem_rawi",
        "https://example.test/u/salem",
        "www.example.test/salem",
    ],
)
def test_contacts_are_cut_out(text: str) -> None:
    found = without_contacts(f"قناة {text} الإخبارية")
    assert "[…]" in found
    assert not any(part in found for part in ("salem", "944", "٩٤٤"))


@pytest.mark.parametrize("text", ["وكالة 24", "2023-03-10", "لواء 313", "10.03.2023"])
def test_numbers_and_days_are_no_contacts(text: str) -> None:
    assert without_contacts(text) == text


@pytest.mark.parametrize("profile", ["partner", "public"])
def test_contacts_of_sources_leave(profile: Profile) -> None:
    source = named("تنسيقية النهر 0944123456", kind="organisation")
    given = incident(chain=(source,), figures=(figure(4, source),), outlet="قناة t.me/nahr_news")
    found = words_of(protected(given, profile))
    assert "0944123456" not in found
    assert "nahr_news" not in found


def test_public_places_are_their_district() -> None:
    place = protected(incident()).where
    assert place is not None
    assert (place.name, place.admin2, place.precision) == ("Al-Bab District", "Al-Bab District", 3)
    assert (place.latitude, place.longitude) == (36.36, 37.525)  # the mean of the district's places
    assert (place.text, place.gazetteer_id, place.relation) == ("", None, None)


def test_fine_coordinates_only_by_flag() -> None:
    given = incident()
    fine = protected(given, fine_coordinates=True).where
    assert fine is not None
    assert given.where is not None
    assert (fine.latitude, fine.name) == (given.where.latitude, "Al-Bab")
    partner = protected(given, "partner").where
    assert partner is not None
    assert partner.latitude == given.where.latitude


@pytest.mark.parametrize("fine", [True, False])
@pytest.mark.parametrize(
    "slots",
    [
        {"targets": (HOSPITAL,)},
        {"targets": (named("مأوى للنازحين", kind="facility"),)},
        {"targets": (named("Relief Society", key="relief", kind="organisation"),)},
        {"where": where(name="Tadif", gazetteer_id="geonames:2")},
        {"where": where(text="مخيم الباب")},
    ],
)
def test_hospitals_shelters_and_aid_are_coarser_even_with_the_flag(slots: dict[str, Any], fine: bool) -> None:
    place = protected(incident(**slots), fine_coordinates=fine).where
    assert place is not None
    assert (place.name, place.admin2, place.precision) == ("Aleppo", None, 4)
    assert (place.latitude, place.longitude) == (36.3, 37.4)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (where(admin2=None), ("Aleppo", 4)),
        (where(admin2="Unheard District"), ("Aleppo", 4)),
        (where(admin1=None, admin2=None), ("SY", 6)),
        (where(admin1="Unheard", admin2=None), ("SY", 6)),
        (where(country=None, admin1=None, admin2=None), ("unknown", 6)),
        (where(precision=4, admin2=None), ("Aleppo", 4)),
    ],
)
def test_an_unknown_district_is_never_guessed(given: Any, expected: tuple[str, int]) -> None:
    place = protected(incident(where=given)).where
    assert place is not None
    assert (place.name, place.precision) == expected
    assert place.latitude != given.latitude


def test_the_delay_counts_from_the_end_of_the_last_day_everywhere() -> None:
    given = incident(when=when(date(2023, 3, 10)))
    over = datetime(2023, 3, 11, 12, tzinfo=UTC) + timedelta(hours=72)
    assert protect(given, as_of=over - timedelta(minutes=1)) == LeftOut("delay")
    assert isinstance(protect(given, as_of=over), RecordedIncident)
    assert isinstance(protect(given, "partner", as_of=over - timedelta(hours=72)), RecordedIncident)


def test_without_any_day_nothing_is_published() -> None:
    assert protect(incidents_of([mention(1, "وكالة النهر", None, targets=(CIVILIANS,))])) == LeftOut("delay")


def test_unnamed_sources_lose_their_words_in_public_only() -> None:
    source = named("مصدر في مشفى النهر", kind="unnamed")
    given = incident(chain=(source,), figures=(figure(4, source),))
    assert "مشفى النهر" not in words_of(protected(given))
    assert "مشفى النهر" in words_of(protected(given, "partner"))
