"""Panahat turns one case file into court-ready filings for people who seek refuge in Kazakhstan."""
