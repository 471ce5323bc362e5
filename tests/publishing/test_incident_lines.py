"""The line of `isnad list --format jsonl` holds what others read from it."""

import json

from isnad.linking.assembling import assemble
from isnad.publishing.incident_lines import incident_json, incident_line
from tests.linking.builders import DAY, figure, loss, mention, when, where


def test_the_line_has_slots_figures_and_for_each_report_its_role_and_words() -> None:
    found = assemble(
        [mention(1, "أ", killed=loss(9), when=when(), where=where()), mention(2, "ب", killed=loss(14), copy_of="r1")]
    )
    line = json.loads(incident_json(found))
    assert (line["id"], line["former_ids"], line["type"], line["status"]) == ("m-1", ["m-2"], "shelling", "happened")
    assert (line["when"]["earliest"], line["when"]["latest"]) == (DAY.isoformat(), DAY.isoformat())
    assert (line["where"]["latitude"], line["where"]["longitude"]) == (36.37, 37.51)
    assert {key: line["killed"][key] for key in ("low", "high", "rule", "roots")} == {
        "low": 9,
        "high": 14,
        "rule": "isnad_default",
        "roots": 1,
    }
    assert [(each["id"], each["role"], each["copy_of"]) for each in line["reports"]] == [
        ("r1", "new", None),
        ("r2", "re_report", "r1"),
    ]
    assert line["reports"][0]["mentions"] == [{"start": 0, "end": 8, "text": "قصف سوقا"}]
    assert "\n" not in incident_json(found)


def test_two_mentions_of_one_report_are_one_report() -> None:
    first = mention(1, "أ", figures=(figure(9),))
    second = mention(2, "أ").__class__(id="m-2", seq=2, report=first.report, incident=mention(2).incident)
    line = incident_line(assemble([first, second]))
    assert [(each["id"], len(each["mentions"])) for each in line["reports"]] == [("r1", 2)]
    assert line["wounded"] is None
