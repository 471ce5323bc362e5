"""The assignment problem: one-to-one pairs with the greatest total weight."""

from __future__ import annotations

from collections.abc import Sequence

Table = Sequence[Sequence[float]]


def assign(weight: Table) -> list[tuple[int, int]]:
    """Pairs (row, column) with the greatest total weight; as many as the shorter side has (Hungarian method, O(n³))."""
    if not weight or not weight[0]:
        return []
    flip = len(weight) > len(weight[0])
    cost = [[-w for w in line] for line in (zip(*weight, strict=True) if flip else weight)]
    pairs = _cheapest(cost)
    return [(j, i) for i, j in pairs] if flip else pairs


def _cheapest(cost: list[list[float]]) -> list[tuple[int, int]]:
    """Pairs of least total cost, by column; there are at least as many columns as rows. Index 0 stands for "not yet taken"."""
    rows, columns = len(cost), len(cost[0])
    of_row, of_column, match = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0] = row
        way, free = _shortest_path(cost, of_row, of_column, match)
        while free:
            before = way[free]
            match[free], free = match[before], before
    return [(match[column] - 1, column - 1) for column in range(1, columns + 1) if match[column]]


def _shortest_path(
    cost: list[list[float]], of_row: list[float], of_column: list[float], match: list[int]
) -> tuple[list[int], int]:
    """The way from row `match[0]` to a free column, and that column; keeps the prices up to date on the way."""
    columns, here = len(of_column) - 1, 0
    least, used, way = [float("inf")] * (columns + 1), [False] * (columns + 1), [0] * (columns + 1)
    while True:
        used[here], row, delta, there = True, match[here], float("inf"), 0
        for column in range(1, columns + 1):
            if not used[column]:
                now = cost[row - 1][column - 1] - of_row[row] - of_column[column]
                if now < least[column]:
                    least[column], way[column] = now, here
                if least[column] < delta:
                    delta, there = least[column], column
        for column in range(columns + 1):
            if used[column]:
                of_row[match[column]] += delta
                of_column[column] -= delta
            else:
                least[column] -= delta
        here = there
        if match[here] == 0:
            return way, here
