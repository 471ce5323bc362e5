"""Assessing: measures, change, and what people assert, held against the record. Pure: incidents in, findings out."""
