"""The public namespace: what `import isnad` gives, what it costs, and what it refuses."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

import isnad
from isnad.model import showing
from isnad.publishing.notebook import report_html

TEXT = "قُتل ثلاثة جنود أمس في هجوم شنه مسلحون مجهولون على حاجز للجيش شرق حمص، بحسب مصادر محلية."


def run_python(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def coded() -> isnad.CodedReport:
    return isnad.code(TEXT, published="2022-04-21", outlet="وكالة النهر")


def test_one_call_codes_a_text(coded: isnad.CodedReport) -> None:
    (incident,) = coded.incidents
    assert incident.killed is not None
    assert (incident.killed.low, TEXT[incident.killed.start : incident.killed.end]) == (3, incident.killed.text)
    assert incident.when is not None
    assert incident.when.earliest == date(2022, 4, 20)
    assert (coded.published, coded.outlet) == (date(2022, 4, 21), "وكالة النهر")
    assert coded.coder.startswith(f"isnad {isnad.__version__} ")


@pytest.mark.parametrize("published", [date(2022, 4, 21), datetime(2022, 4, 21, 23, 59)])
def test_a_date_is_as_good_as_its_string(coded: isnad.CodedReport, published: date) -> None:
    assert isnad.code(TEXT, published=published, outlet="وكالة النهر") == coded


def test_call_and_stream_agree(coded: isnad.CodedReport) -> None:
    report = isnad.Report(id=coded.id, text=TEXT, published=coded.published, outlet=coded.outlet)
    assert list(isnad.Coder(isnad.Settings()).code_many([report])) == [coded]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"published": "2022-02-30"}, "'2022-02-30'"),
        ({"published": "21/04/2022"}, "'21/04/2022'"),
        ({"published": ""}, "''"),
        ({"published": 20220421}, "not int"),
        ({"outlet": 5}, "not int"),
        ({"text": b"abc"}, "not bytes"),
    ],
)
def test_wrong_arguments_are_usage_errors(arguments: dict[str, Any], named: str) -> None:
    with pytest.raises(isnad.UsageError, match=named):
        isnad.code(**{"text": TEXT, **arguments})


def test_half_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(isnad.ReportError, match="code point 4 is half") as raised:
        isnad.code("قصف \ud83d حمص")
    assert raised.value.kind == "encoding"


def test_a_lexicon_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(isnad.SettingsError, match="no such folder") as raised:
        isnad.Coder(isnad.Settings(lexicon=tmp_path / "none"))
    assert raised.value.where == str(tmp_path / "none")


def test_dict_and_json_are_the_contract_s_line(coded: isnad.CodedReport) -> None:
    found = coded.to_dict()
    assert found == json.loads(coded.to_json())
    assert "text" not in found
    assert found["published"] == "2022-04-21"
    assert msgspec.convert({**found, "text": coded.text}, isnad.CodedReport, strict=True) == coded


def test_a_notebook_shows_the_table_right_to_left(coded: isnad.CodedReport, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = coded._repr_html_()
    assert shown == report_html(coded)
    assert 'dir="rtl"' in shown
    monkeypatch.setattr(showing, "_renderers", [])
    assert coded._repr_html_() is None


def test_every_public_name_is_there() -> None:
    assert set(isnad.__all__) <= set(dir(isnad))
    assert all(getattr(isnad, name) is not None for name in isnad.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        isnad.nothing  # noqa: B018


def test_import_loads_nothing_of_weight() -> None:
    loaded = run_python("import isnad, sys; print(*sorted(m for m in sys.modules if m.partition('.')[0] == 'isnad'))")
    assert loaded.split() == ["isnad", "isnad.model", "isnad.model.showing", "isnad.version"]
    heavy = run_python("import isnad, sys; print(*({'msgspec', 'yaml', 'jinja2', 'typer'} & set(sys.modules)))")
    assert heavy.strip() == ""
