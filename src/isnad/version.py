"""The version, in this one place: the build, the coder's name and `isnad version` read it here."""

__version__ = "0.1.0"
