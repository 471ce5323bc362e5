"""Packages that are only needed for assessing."""

import pytest

from isnad.assessing.extras import taken
from isnad.model.errors import SettingsError


def test_a_package_that_is_not_there_names_the_extra() -> None:
    assert taken("math").pi > 3
    with pytest.raises(SettingsError, match="extra `assess`"):
        taken("no_such_package_here")
