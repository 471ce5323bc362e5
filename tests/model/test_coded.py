"""The coded report goes through JSON unharmed, with every field written out (contract.md)."""

from datetime import date

import msgspec

from isnad.model.coded import CodedReport, CodingError, Incident, Unread
from isnad.model.place import Place
from isnad.model.report import Report
from isnad.model.slots import Loss, When
from isnad.model.span import span_of

TEXT = "قتل جنديان أمس"


def coded_report() -> CodedReport:
    incident = Incident(
        id="r1#1",
        mentions=(span_of(TEXT, 0, 3),),
        type="killing",
        killed=Loss(low=2, high=2, start=4, end=10, text="جنديان"),
        when=When(earliest=date(2022, 4, 20), latest=date(2022, 4, 20), precision="day", start=11, end=14, text="أمس"),
    )
    unread = Unread(start=0, end=14, text=TEXT, trigger="قتل", reason="refused")
    return CodedReport(
        id="r1", published=date(2022, 4, 21), coder="isnad", text=TEXT, incidents=(incident,), unread=(unread,)
    )


def test_it_survives_json() -> None:
    coded = coded_report()
    assert msgspec.json.decode(msgspec.json.encode(coded), type=CodedReport) == coded


def test_empty_slots_are_written_as_null() -> None:
    (incident,) = msgspec.to_builtins(coded_report())["incidents"]
    assert incident["wounded"] is None
    assert incident["killed"] == {"low": 2, "high": 2, "approximate": False, "start": 4, "end": 10, "text": "جنديان"}
    assert incident["when"]["earliest"] == "2022-04-20"
    assert incident["status"] == "happened"


def test_the_line_of_the_contract_leaves_the_text_out() -> None:
    line = coded_report().to_dict()
    assert line == msgspec.json.decode(coded_report().to_json())
    assert "text" not in line
    assert "skipped" not in line
    assert line["outlet"] is None
    assert line["published"] == "2022-04-21"
    assert line["incidents"][0]["mentions"] == [{"start": 0, "end": 3, "text": "قتل"}]


def test_a_report_that_was_skipped_or_failed_says_so() -> None:
    skipped = CodedReport(id="r1", coder="isnad", text=TEXT, skipped="language")
    assert skipped.to_dict()["skipped"] == "language"
    failed = CodedReport(id="r1", coder="isnad", text=TEXT, error=CodingError(kind="empty", message="no text"))
    assert failed.to_dict() == {"id": "r1", "error": {"kind": "empty", "message": "no text"}}


def test_reports_and_places_need_little() -> None:
    assert Report(id="r1", text="").published is None
    assert Place(id="isnad:x", name="X", kind="camp", radius_km=2.0).population == 0
