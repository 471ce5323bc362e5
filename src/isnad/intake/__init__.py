"""Intake: files, folders and standard input become reports; what cannot be read is named, and the rest goes on."""

from isnad.intake.reading import Unreadable, read_reports

__all__ = ["Unreadable", "read_reports"]
