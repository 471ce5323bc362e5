"""What the tests of the coding stages share: one preparer, and reading a sentence with it."""

from collections.abc import Callable
from datetime import date

import pytest

from isnad.coding.preparing import Preparer
from isnad.coding.reading import Reading
from isnad.lexicon.loading import load_lexicon
from isnad.model.report import Report
from isnad.places.gazetteer import load_gazetteer


@pytest.fixture(scope="session")
def preparer() -> Preparer:
    return Preparer(load_lexicon(), load_gazetteer())


@pytest.fixture(scope="session")
def read(preparer: Preparer) -> Callable[[str], Reading]:
    """A text read to the end of preparing, as a report published on Wednesday, 1 January 2020."""

    def read_text(text: str) -> Reading:
        reading = preparer.read(Report(id="r", text=text, published=date(2020, 1, 1)))
        preparer.complete(reading)
        return reading

    return read_text
