"""Frozen types that pass between the rooms; no input or output here."""
