"""Isnad."""
