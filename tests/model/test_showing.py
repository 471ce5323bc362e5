"""A coded report is shown by whoever was named to show it."""

import pytest

from isnad.model import showing
from isnad.model.coded import CodedReport
from isnad.model.showing import show_with


def test_nobody_shows_it_until_somebody_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "_renderers", [])
    coded = CodedReport(id="r1", coder="isnad", text="")
    assert coded._repr_html_() is None
    show_with(lambda report: f"<p>{report.id}</p>")
    assert coded._repr_html_() == "<p>r1</p>"
