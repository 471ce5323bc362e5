"""Intake: files, folders and standard input become reports; what cannot be read is named, and the rest goes on."""

from isnad.intake.reading import Original, Unreadable, read_originals, read_reports

__all__ = ["Original", "Unreadable", "read_originals", "read_reports"]
