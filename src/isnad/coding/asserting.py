"""What a sentence, or a coded report, asserts of changes in the violence (codebook, "Assessments")."""

from collections.abc import Iterable, Iterator
from datetime import date

from isnad.coding.asserted_assessments import Told, told_in
from isnad.coding.asserted_sentence import read_words
from isnad.coding.attribution import find_attributions
from isnad.coding.preparing import Preparer
from isnad.coding.reading import Reading
from isnad.coding.settings import Settings
from isnad.lexicon.loading import load_lexicon
from isnad.model.assertion import Asserted, Assertion, Refusal
from isnad.model.coded import CodedReport
from isnad.model.report import Report
from isnad.places.gazetteer import load_gazetteer
from isnad.text.language import is_arabic


class Asserter:
    """Reads sentences as assertions, with the coder's own lexicon and gazetteer."""

    def __init__(self, settings: Settings | None = None) -> None:
        chosen = settings or Settings()
        gazetteer = load_gazetteer(chosen.places, chosen.places_folder, chosen.borders)
        self._preparer = Preparer(load_lexicon(chosen.lexicon), gazetteer)

    def read(self, sentence: str, published: date | None = None) -> Assertion | Refusal:
        """What one sentence in Arabic asserts; relative times count from `published`. Of several the first."""
        if not is_arabic(sentence):
            return Refusal(text=sentence, reason="not_arabic")
        reading = self._reading(Report(id="", text=sentence, published=published))
        said = [read_words(reading, first, last, find_attributions(reading)) for first, last in reading.edges]
        refused = Refusal(text=sentence, reason="no_change")
        return next((one for one in said if isinstance(one, Assertion)), next(iter(said), refused))

    def read_report(self, coded: CodedReport) -> Iterator[Asserted]:
        """The assessments of a coded report as assertions; the coder's word for actor, place and time fills gaps."""
        if not coded.assessments:
            return
        reading = self._reading(Report(id=coded.id, text=coded.text, published=coded.published, outlet=coded.outlet))
        for start, end, said in _once(told_in(reading, coded.assessments)):
            yield Asserted(
                said=said, report=coded.id, outlet=coded.outlet, published=coded.published, start=start, end=end
            )

    def _reading(self, report: Report) -> Reading:
        reading = self._preparer.read(report)
        self._preparer.complete(reading)
        return reading


def _once(told: Iterable[Told]) -> Iterator[Told]:
    """Each wording once: a headline stands again in the lead."""
    seen: set[tuple[str, str]] = set()
    for one in told:
        key = one[2].text, one[2].measure if isinstance(one[2], Assertion) else ""
        if key not in seen:
            seen.add(key)
            yield one
