"""Measuring and fitting: the scorer, the quality gate, and the fitting of the judge's weights. Not shipped."""
