"""The assignment is the best there is: held against trying every one."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from quality.assignment import assign

sizes = st.tuples(st.integers(1, 5), st.integers(1, 5))
tables = sizes.flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 30), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


@given(tables)
def test_no_assignment_is_better(weight: list[list[int]]) -> None:
    pairs = assign(weight)
    rows, columns = len(weight), len(weight[0])
    assert len(pairs) == min(rows, columns)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    if rows <= columns:
        every = (sum(weight[i][j] for i, j in enumerate(chosen)) for chosen in permutations(range(columns), rows))
    else:
        every = (sum(weight[i][j] for j, i in enumerate(chosen)) for chosen in permutations(range(rows), columns))
    assert sum(weight[i][j] for i, j in pairs) == max(every)


def test_nothing_to_assign() -> None:
    assert assign([]) == []
    assert assign([[]]) == []
