"""The record: reports, coded reports, judgements and an audit chain, in SQLite or PostgreSQL (decision 9)."""
