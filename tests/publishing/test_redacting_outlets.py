"""An outlet named by its address goes back to itself in every profile, and is no person."""

from datetime import date

from isnad.linking.assembling import assemble
from isnad.model.coded import Incident
from isnad.model.mention import Mention, ReportFacts
from isnad.publishing.pseudonyms import Pseudonyms
from isnad.publishing.redacting import redacted


def test_an_outlets_key_is_no_persons_name() -> None:
    report = ReportFacts(id="r1", outlet="aawsat.com", published=date(2023, 3, 1))
    mention = Mention(id="m-1", seq=1, report=report, incident=Incident(id="r1#1", mentions=(), type="shelling"))
    incident = assemble([mention])
    assert incident.roots == ("asharq-al-awsat",)
    for public in (True, False):
        assert redacted(incident, Pseudonyms("00" * 32), public=public).roots == ("asharq-al-awsat",)
