"""The workup of a report: everything the judge is asked about, found once and looked up by sentence."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from isnad.coding.acts import Act, find_acts
from isnad.coding.attribution import Attribution, find_attributions
from isnad.coding.evidence import Setting, mention_features, read_setting
from isnad.coding.judging import Features, Group
from isnad.coding.local import Local, Surroundings
from isnad.coding.losses import find_losses
from isnad.coding.own_outlet import OwnOutlet, own_outlet
from isnad.coding.parties import Candidate, find_candidates
from isnad.coding.placing import PlaceFacts
from isnad.coding.reading import Reading
from isnad.coding.roles import PartyFacts, party_facts
from isnad.coding.speakers import fuller_speakers, names_of_speakers, single_speakers, speaker_party
from isnad.coding.subjects import Speaker
from isnad.coding.tallies import Tally
from isnad.coding.timing import TimeFacts, since_superlative, time_facts
from isnad.coding.tolls import toll_facts
from isnad.coding.vocabulary import Vocabulary
from isnad.model.slots import Party


class Workup:
    """Acts, losses, parties and attributions of one prepared report; the costly ones only when asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.acts: list[Act] = find_acts(reading)
        self.setting: Setting = read_setting(reading, self.acts)
        self.losses: dict[int, list[Tally]] = {}
        self._times: dict[int, TimeFacts | None] = {}
        self._tolls: dict[Tally, Group] = {}
        self._words: dict[int, list[str]] = {}
        self._told_by: dict[tuple[int, int, int], list[Party]] = {}
        self._candidates: dict[int, tuple[list[Candidate], list[PartyFacts]]] = {}
        for sentence in sorted({act.sentence for act in self.acts}):
            found = find_losses(reading, sentence)
            if found:
                self.losses[sentence] = found
        self.vocabulary = Vocabulary(reading)
        self.surroundings = Surroundings(reading, self.losses, self.vocabulary)

    def mention_features(self, act: Act) -> Features:
        """The features of an act for the question `mention`."""
        return mention_features(self.reading, act, self.setting)

    def mention_words(self, act: Act) -> list[str]:
        """The words around an act as features."""
        found = self._words.get(act.index)
        if found is None:
            found = self._words[act.index] = self.vocabulary.beside(act.sentence, act.first, act.last)
        return found

    def locals_of(self, acts: Sequence[Act]) -> dict[int, Local]:
        """What stands near each act, by the act's index; `acts` are those that may be mentions, in order."""
        return {act.index: self.surroundings.local(act, rank) for rank, act in enumerate(acts)}

    def candidates(self, sentence: int) -> tuple[list[Candidate], list[PartyFacts]]:
        """The parties named in a sentence, and what is so of each whichever incident is asked about."""
        found = self._candidates.get(sentence)
        if found is None:
            first, last = self.reading.edges[sentence]
            candidates = find_candidates(self.reading, first, last)
            found = (candidates, [party_facts(self.reading, candidate) for candidate in candidates])
            self._candidates[sentence] = found
        return found

    def time_facts(self, row: int, word: int) -> TimeFacts | None:
        """What is so of time `row` (its first word is `word`); None where it measures a superlative and dates nothing."""
        if row not in self._times:
            superlative = since_superlative(self.reading, word, self.reading.times[row].end)
            self._times[row] = None if superlative else time_facts(self.reading, self.vocabulary, row, word)
        return self._times[row]

    def toll_facts(self, tally: Tally) -> Group:
        """What is so of a loss whichever incident is asked about."""
        found = self._tolls.get(tally)
        if found is None:
            found = self._tolls[tally] = toll_facts(self.reading, self.vocabulary, tally)
        return found

    @cached_property
    def place_facts(self) -> PlaceFacts:
        """What is so of the report's places whichever incident is asked about."""
        return PlaceFacts(self.reading, self.vocabulary)

    @cached_property
    def attributions(self) -> list[Attribution]:
        """Who is credited with which words."""
        return find_attributions(self.reading)

    @cached_property
    def fuller_speakers(self) -> dict[int, Speaker]:
        """The speakers that bare nouns stand for."""
        return fuller_speakers(self.reading, self.attributions)

    @cached_property
    def speaker_names(self) -> dict[int, str]:
        """Who each speaker is, by its first word."""
        return names_of_speakers(self.reading, self.attributions, self.fuller_speakers)

    def told_by(self, speaker: Speaker) -> Sequence[Party]:
        """The parties of a chain that a speaker's words name: several where several say the same."""
        key = speaker.first, speaker.last, speaker.skip
        found = self._told_by.get(key)
        if found is None:
            singles, fuller = single_speakers(self.reading, speaker), self.fuller_speakers
            found = [speaker_party(self.reading, single, fuller.get(single.first)) for single in singles]
            self._told_by[key] = found
        return found

    @cached_property
    def sayings_over(self) -> dict[int, list[int]]:
        """For each act that stands in credited words, by its index, the rows of the `attributions` with a verb of saying."""
        found: dict[int, list[int]] = {}
        firsts = [act.first for act in self.acts]
        for row, attribution in enumerate(self.attributions):
            if attribution.saying >= 0:
                low = bisect_left(firsts, attribution.start)
                for act in self.acts[low : bisect_left(firsts, attribution.end, low)]:
                    found.setdefault(act.index, []).append(row)
        return found

    @cached_property
    def own_outlet(self) -> OwnOutlet:
        """The outlet that published the report."""
        return own_outlet(self.reading)
