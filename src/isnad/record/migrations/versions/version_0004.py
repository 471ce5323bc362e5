"""Schema 0004: why a judgement was undone stands beside it, where it can be erased, and no longer in the audit chain.

What was written into the chain before stays there: its entries are what they were.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column; judgements undone before have their reason in the chain."""
    op.add_column("judgement", sa.Column("undo_reason", sa.Text(), nullable=True))
