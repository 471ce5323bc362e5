"""The language tables of `times`."""
