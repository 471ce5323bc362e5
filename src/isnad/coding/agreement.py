"""Agreement: do the places, times, parties, losses and words near two acts agree, so that they may be one incident."""

from isnad.coding.local import Local
from isnad.coding.weighing import Group, known


def agreement(one: Local, two: Local, sentences: int, same: bool) -> Group:
    """Do the places, times, parties and losses near the two agree; `same`: are they of one type."""
    found: list[str] = []
    if one.places and two.places:
        if not one.places.isdisjoint(two.places):
            spot = "area" if one.spots.isdisjoint(two.spots) else "spot"
            found += ("place:same", f"place:same:{spot}", f"place:same:{spot}:{same}")
        else:
            found.append("place:differs" if one.divisions.isdisjoint(two.divisions) else "place:division")
            found.append("place:differs:False" if sentences else "place:differs:True")
            found.append(f"place:differs:type:{same}")
    if one.days and two.days:
        meet = one.days[0] <= two.days[1] and two.days[0] <= one.days[1]
        found.append("days:meet" if meet else "days:apart")
    elif one.days or two.days:
        found.append("days:first only" if one.days else "days:second only")
    if one.turn == two.turn:
        found.append("turn:same" if one.turn != "happened" else "turn:none")
    else:
        found += ("turn:differs", "turn:differs:False" if sentences else "turn:differs:True")
    if one.parties and two.parties:
        shared = len(one.parties & two.parties)
        found.append(f"parties:shared{min(shared, 2)}" if shared else "parties:none shared")
    if one.named and two.named:
        found.append("named:differ" if one.named.isdisjoint(two.named) else "named:same")
    if sentences and one.losses and two.losses:
        if not one.losses.isdisjoint(two.losses):
            found.append("losses:same")
        elif not one.slots.isdisjoint(two.slots):
            found.append("losses:differ")
    return tuple(found)


def shared_words(one: frozenset[str], two: frozenset[str], same: bool, parted: bool) -> Group:
    """How many telling words stand around both, and how many only around the later."""
    shared = len(one & two)
    new = len(two) - shared
    return _counted(shared if shared < 4 else 4, new if new < 6 else 6, same, parted)


@known(256)
def _counted(shared: int, new: int, same: bool, parted: bool) -> Group:
    within = "" if parted else "within "
    return f"{within}shared:{shared}", f"{within}new:{new}", f"type:{same}:shared:{min(shared, 3)}"
