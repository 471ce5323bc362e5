"""What all tests share: Hypothesis draws the same examples on every machine, and `shared` tests say why they skip."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Timings of a shared machine are no finding, so no deadline; the same examples each time, so that a red run can be repeated.
settings.register_profile(
    "isnad", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
# For a search of one's own: pytest --hypothesis-profile=explore
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile("isnad")


# What a developer has imported must not change what tests see.
os.environ["ISNAD_DATA"] = os.path.join(tempfile.gettempdir(), "isnad-tests-without-data")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if SHARED.is_dir():
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason="../shared is not here"))


@pytest.fixture(scope="session")
def project_root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    return SHARED
