"""Linking: which mentions are one incident, and what is made of their figures. Pure: nothing here stores."""
