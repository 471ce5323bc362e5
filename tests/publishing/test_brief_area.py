"""Which area is meant."""

import pytest

from isnad.model.errors import UsageError
from isnad.publishing.brief_area import find_area


@pytest.mark.parametrize(
    ("asked", "code", "country", "admin1"),
    [
        ("SY", "SY", "SY", None),
        ("sy-dy", "SY-DY", "SY", "SY-DY"),
        ("دير الزور", "SY-DY", "SY", "SY-DY"),
        ("سورية", "SY", "SY", None),
        ("Syria", "SY", "SY", None),
        ("قطاع غزة", "PS_GZ", "PS", "Gaza Strip"),
        ("محافظة نابلس", "PS-NBS", "PS", "PS-NBS"),
    ],
)
def test_by_code_or_name(asked: str, code: str, country: str, admin1: str | None) -> None:
    found = find_area(asked)
    assert (found.code, found.country, found.admin1) == (code, country, admin1)


def test_unknown_and_ambiguous_names_are_refused() -> None:
    with pytest.raises(UsageError, match="no country or governorate"):
        find_area("أطلنطس")
    with pytest.raises(UsageError, match="give the code"):
        find_area("Northern")
