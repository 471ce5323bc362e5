"""Schema 0005: why a report was marked as retracted stands beside it, where it can be erased, and no longer in the audit chain.

What was written into the chain before stays there: its entries are what they were.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; reports marked before have the reason in the chain."""
    op.add_column("report", sa.Column("mark_reason", sa.Text(), nullable=True))
