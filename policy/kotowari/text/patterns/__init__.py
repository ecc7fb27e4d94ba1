"""Patterns: read, filed under what they begin with, and found in a folded text."""
