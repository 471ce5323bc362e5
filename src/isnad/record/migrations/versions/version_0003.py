"""Schema 0003: the clues of mentions hold for a stretch of days.

Those of before say nothing of days, so all mentions are to be linked again, which makes their clues anew.
"""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Forget the clues of before."""
    op.execute("DELETE FROM clue")
    op.execute("UPDATE mention SET linked = false WHERE active")
