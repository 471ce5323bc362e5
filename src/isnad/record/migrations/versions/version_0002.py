"""Schema 0002: by what linking finds mentions and reports again (`clue`, `shingle`), and what it compares (`trait`).

A record of before has none of these; all its mentions are to be linked again, which makes them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the three tables."""
    for name, owner in (("clue", "mention"), ("shingle", "report")):
        op.create_table(
            name,
            sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
            sa.Column(f"{owner}_seq", _NUMBER, nullable=False),
            sa.ForeignKeyConstraint([f"{owner}_seq"], [f"{owner}.seq"], name=op.f(f"fk_{name}_{owner}_seq_{owner}")),
            sa.PrimaryKeyConstraint("key", f"{owner}_seq", name=op.f(f"pk_{name}")),
            sqlite_with_rowid=False,
        )
        op.create_index(op.f(f"ix_{name}_{owner}_seq"), name, [f"{owner}_seq"])
    op.create_table(
        "trait",
        sa.Column("mention_seq", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["mention_seq"], ["mention.seq"], name=op.f("fk_trait_mention_seq_mention")),
        sa.PrimaryKeyConstraint("mention_seq", name=op.f("pk_trait")),
    )
    op.execute("UPDATE mention SET linked = false WHERE active")
