"""Event files for tests; places are real, the events invented."""

import csv
import io
from typing import Any

ACLED = {
    "event_id_cnty": "SYR1", "event_date": "2023-03-01", "time_precision": "1", "event_type": "Explosions/Remote violence",
    "sub_event_type": "Remote explosive/landmine/IED", "actor1": "Hill Brigade", "assoc_actor_1": "", "actor2": "Civilians (Syria)",
    "assoc_actor_2": "Traders (Syria); Labor Group (Syria)", "country": "Syria", "admin1": "Ar-Raqqa", "location": "Ar-Raqqa",
    "latitude": "35.95", "longitude": "39.01", "geo_precision": "1", "fatalities": "14",
}  # fmt: skip
UCDP = {
    "id": "7", "type_of_violence": "1", "side_a": "Government of Syria", "side_b": "IS, HTS", "where_prec": "2",
    "where_coordinates": "Ar Raqqah town", "adm_1": "Ar Raqqah Governorate", "latitude": "35.95", "longitude": "39.01",
    "country": "Syria", "date_start": "2023-03-01", "date_end": "2023-03-02 00:00:00.000", "low": "9", "best": "14", "high": "20",
}  # fmt: skip
OWN = {"id": "a", "date": "2023-03-01", "latitude": "35.95", "longitude": "39.01", "country": "SY", "type": "bombing", "killed": "14"}  # fmt: skip


def table(*rows: dict[str, Any], separator: str = ",") -> str:
    """The rows as a table under the first one's heading."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()
