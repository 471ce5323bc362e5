"""Incidents for programs: `record.incidents().to_pandas()`, `.to_arrow()`, `.to_geopandas()`."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from isnad.model.recorded import RecordedIncident
from isnad.publishing.arrow import to_table
from isnad.publishing.claims import claim_rows
from isnad.publishing.columns import read_columns
from isnad.publishing.rows import flat_row


class IncidentTable:
    """Incidents that may be gone through again and again; each time they are read anew from where they come.

    The columns are those of `isnad codebook`, table `incidents`; unknown is missing, days are dates. Nothing is
    protected here: what leaves the workspace should leave by `isnad export --profile`.
    """

    def __init__(self, incidents: Callable[[], Iterable[RecordedIncident]]) -> None:
        self._incidents = incidents

    def __iter__(self) -> Iterator[RecordedIncident]:
        yield from self._incidents()

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`, one row an incident."""
        return to_table(read_columns("incidents"), map(flat_row, self))

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`; numbers that may be missing are of pandas' nullable kinds, days are timestamps."""
        return frame_of(self.to_arrow())

    def to_geopandas(self) -> Any:
        """A `geopandas.GeoDataFrame` in WGS 84; an incident without a point has none."""
        import geopandas

        frame = self.to_pandas()
        points = geopandas.points_from_xy(frame["longitude"].astype(float), frame["latitude"].astype(float))
        known = frame["longitude"].notna() & frame["latitude"].notna()
        geometry = geopandas.GeoSeries(points, index=frame.index, crs="OGC:CRS84").where(known)
        return geopandas.GeoDataFrame(frame, geometry=geometry)

    def claims(self) -> Any:
        """The sourced figures as a `pandas.DataFrame`: figure X according to Y, relayed by Z."""
        rows = (row for incident in self for row in claim_rows(incident))
        return frame_of(to_table(read_columns("claims"), rows))


def frame_of(table: Any) -> Any:
    """The frame of an Arrow table."""
    import pandas as pd

    kinds = {"int64": pd.Int64Dtype(), "bool": pd.BooleanDtype()}
    frame = table.to_pandas(types_mapper=lambda kind: kinds.get(str(kind)))
    for field in table.schema:
        if str(field.type).startswith("date32"):
            frame[field.name] = pd.to_datetime(frame[field.name])
    return frame
