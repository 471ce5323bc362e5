"""Loading: a user's folder over ours, and a cache that is never stale."""

from pathlib import Path

import pytest

from isnad.lexicon.loading import load_lexicon
from isnad.model.errors import SettingsError
from tests.lexicon.conftest import Write

OWN = "kind: triggers\nentries:\n  - {id: %s, type: clash, nouns: [%s]}\n"


def test_a_new_entry_is_added(write: Write) -> None:
    overlay = write("own.yaml", OWN % ("zzz-own", "زعزعطة")).parent
    ours, both = load_lexicon(), load_lexicon(overlay)
    assert len(both.triggers) == len(ours.triggers) + 1
    assert both.triggers[-1].id == "zzz-own"
    assert "زعزعطه" in both.forms
    assert "زعزعطه" not in ours.forms


def test_an_entry_of_the_same_kind_and_id_replaces_ours(write: Write) -> None:
    ours = load_lexicon()
    replaced = ours.triggers[0]
    both = load_lexicon(write("own.yaml", OWN % (replaced.id, "زعزعطة")).parent)
    assert len(both.triggers) == len(ours.triggers)
    assert both.triggers[0].nouns == ("زعزعطة",)


def test_a_changed_file_is_read_anew(write: Write) -> None:
    overlay = write("own.yaml", OWN % ("zzz-own", "زعزعطة")).parent
    before = load_lexicon(overlay)
    assert load_lexicon(overlay) is before
    write("own.yaml", OWN % ("zzz-own", "بعبعطة"))
    after = load_lexicon(overlay)
    assert after.digest != before.digest
    assert "بعبعطه" in after.forms
    assert "زعزعطه" not in after.forms


def test_a_renamed_file_may_mean_another_kind(write: Write) -> None:
    entries = "entries:\n  - {id: zzz-own, forms: [زعزعطة], %s}\n"
    path = write("actors_own.yaml", entries % "name: Own, kind: non_state")
    before = load_lexicon(path.parent)
    assert before.actors[-1].id == "zzz-own"
    path.rename(path.with_name("states_own.yaml"))
    with pytest.raises(SettingsError, match="states_own"):
        load_lexicon(path.parent)


def test_the_prepared_file_says_the_same(write: Write, own_cache: Path) -> None:
    from isnad.lexicon import loading

    overlay = write("own.yaml", OWN % ("zzz-own", "زعزعطة")).parent
    made = load_lexicon(overlay)
    assert [path.name for path in own_cache.iterdir()] == [f"lexicon-{made.digest}.msgpack"]
    loading._load.cache_clear()
    assert load_lexicon(overlay) == made


def test_errors_come_through(tmp_path: Path, write: Write) -> None:
    with pytest.raises(SettingsError, match="no such folder"):
        load_lexicon(tmp_path / "nowhere")
    path = write("own.yaml", "kind: triggers\nentries: 5\n")
    with pytest.raises(SettingsError) as caught:
        load_lexicon(path.parent)
    assert caught.value.where == f"{path}:2"
    (path.parent / "folder.yaml").mkdir()
    with pytest.raises(SettingsError, match="directory"):
        load_lexicon(path.parent)
