"""Giving away what was coded: the contract's JSON lines, the evidence page, the notebook's table, CSV."""
