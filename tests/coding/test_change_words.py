"""The table of words of change."""

from isnad.coding.change_words import read_change_words


def test_every_entry_can_be_found_and_means_something() -> None:
    words, _ = read_change_words()
    entries = [entry for of_role in words.values() for entry in of_role]
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.forms or entry.nouns or entry.verbs or entry.plurals, entry.id


def test_refusing_words_say_why_and_sizes_how_much() -> None:
    words, _ = read_change_words()
    assert all(entry.reason for role in ("stop", "vague", "beside") for entry in words[role])
    assert all((entry.factor is None) != (entry.share is None) for entry in words["size"])
