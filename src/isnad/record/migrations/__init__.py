"""The record's schema, version after version (Alembic); applied on opening (`isnad.record.schema`)."""
