"""Facts from rows of UCDP's Georeferenced Event Dataset, so that outside tables can be measured as records are."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from isnad.assessing.facts import Fact

# GED has no types of attack; its kinds of violence are told apart by the nearest types of the codebook.
_TYPES: Final = {"1": "clash", "2": "clash", "3": "killing"}
_ONE_SIDED: Final = "3"
_COUNTRIES: Final = {"652": "SY"}


def fact_of_ged(row: Mapping[str, str]) -> Fact:
    """The fact of one row, columns by their names in UCDP's codebook.

    Actors are `ucdp:<number>`; the country is given where its number is known here. Raises KeyError for a missing
    column, ValueError for one that holds no number or day.
    """
    one_sided = row["type_of_violence"] == _ONE_SIDED
    sides = ["side_a_new_id"] if one_sided else ["side_a_new_id", "side_b_new_id"]
    outlets = tuple(sorted({name.strip() for name in row["source_office"].split(";") if name.strip()}))
    civilians = int(row["deaths_civilians"])
    return Fact(
        id=f"ged:{row['id']}",
        first=date.fromisoformat(row["date_start"][:10]).toordinal(),
        last=date.fromisoformat(row["date_end"][:10]).toordinal(),
        type=_TYPES[row["type_of_violence"]],
        actors=tuple(f"ucdp:{row[side]}" for side in sides if row[side]),
        country=_COUNTRIES.get(row["country_id"]),
        admin1=row["adm_1"].removesuffix(" Governorate") or None,
        admin2=row["adm_2"] or None,
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        killed=(int(row["low"]), int(row["best"]), int(row["high"])),
        civilians_killed=(civilians, civilians, civilians),
        civilian=one_sided or civilians > 0,
        in_town=row["where_prec"] == "1" if row["where_prec"] in {"1", "2", "3"} else None,
        roots=tuple(sorted({name.strip() for name in row["source_original"].split(";") if name.strip()})) or outlets,
        outlets=outlets,
    )
