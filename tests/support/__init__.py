"""Makers that tests share: a tiny catalogue in code, and a folder in the official layout."""
