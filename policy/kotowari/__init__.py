"""Kotowari: say no with a reason."""
