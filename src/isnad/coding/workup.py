"""The workup of a report: everything the judge is asked about, found once and looked up by sentence."""

from functools import cached_property

from isnad.coding.acts import Act, find_acts
from isnad.coding.attribution import Attribution, find_attributions
from isnad.coding.evidence import Setting, mention_features, read_setting
from isnad.coding.local import Local, Surroundings
from isnad.coding.losses import find_losses
from isnad.coding.parties import Candidate, find_candidates
from isnad.coding.placing import PlaceFacts
from isnad.coding.reading import Reading
from isnad.coding.tallies import Tally


class Workup:
    """Acts, losses, parties and attributions of one prepared report; the costly ones only when asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.acts: list[Act] = find_acts(reading)
        self.setting: Setting = read_setting(reading, self.acts)
        self.losses: dict[int, list[Tally]] = {}
        self._candidates: dict[int, list[Candidate]] = {}
        for sentence in sorted({act.sentence for act in self.acts}):
            found = find_losses(reading, sentence)
            if found:
                self.losses[sentence] = found
        self.surroundings = Surroundings(reading, self.losses)

    def mention_features(self, act: Act) -> list[str]:
        """The features of an act for the question `mention`."""
        return mention_features(self.reading, act, self.setting)

    def locals_of(self, acts: list[Act]) -> dict[int, Local]:
        """What stands near each act, by the act's index."""
        return {act.index: self.surroundings.local(act) for act in acts}

    def candidates(self, sentence: int) -> list[Candidate]:
        """The parties named in a sentence."""
        found = self._candidates.get(sentence)
        if found is None:
            first, last = self.reading.edges[sentence]
            found = self._candidates[sentence] = find_candidates(self.reading, first, last)
        return found

    @cached_property
    def place_facts(self) -> PlaceFacts:
        """What is so of the report's places whichever incident is asked about."""
        return PlaceFacts(self.reading)

    @cached_property
    def attributions(self) -> list[Attribution]:
        """Who is credited with which words."""
        return find_attributions(self.reading)
