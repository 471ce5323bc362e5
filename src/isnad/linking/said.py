"""What people said of clusters as they grow: which are the same, which may never be (used by `joining`)."""


class Said:
    """Sides: clusters that people, by a chain of "same", called one incident; and which sides they called different.

    Clusters without a word about them are in no side. A side is not one cluster: the machine joins each of its clusters
    by what the pairs of that one say, so that a "same" never weakens what the machine holds together.
    """

    def __init__(self) -> None:
        self._side: dict[int, int] = {}
        self._holds: dict[int, set[int]] = {}
        self._against: dict[int, set[int]] = {}

    def part(self, one: int, other: int) -> None:
        """These two clusters are different."""
        ours, theirs = self._side_of(one), self._side_of(other)
        self._against[ours].add(theirs)
        self._against[theirs].add(ours)

    def unite(self, one: int, other: int) -> None:
        """These two clusters are the same, unless their sides were called different."""
        if not self.are_parted(one, other):
            self._merge(self._side_of(one), self._side_of(other))

    def are_parted(self, one: int, other: int) -> bool:
        """Whether people's words forbid that the two stand in one incident."""
        if not self._side:  # nearly always
            return False
        ours, theirs = self._side.get(one), self._side.get(other)
        return ours is not None and theirs in self._against[ours]

    def join(self, into: int, gone: int) -> None:
        """The machine made two clusters one, which goes by the name of the first."""
        if gone not in self._side:
            return
        self._merge(self._side_of(into), self._side[gone])
        self._holds[self._side.pop(gone)].discard(gone)

    def sides(self) -> list[frozenset[int]]:
        """The clusters of each side."""
        return list(map(frozenset, self._holds.values()))

    def _side_of(self, cluster: int) -> int:
        if cluster not in self._side:
            self._side[cluster] = cluster
            self._holds[cluster], self._against[cluster] = {cluster}, set()
        return self._side[cluster]

    def _merge(self, into: int, gone: int) -> None:
        if into == gone:
            return
        self._side |= dict.fromkeys(self._holds[gone], into)
        self._holds[into] |= self._holds.pop(gone)
        for far in self._against.pop(gone):
            self._against[far].discard(gone)
            self._against[far].add(into)
            self._against[into].add(far)
