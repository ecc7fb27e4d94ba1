"""What is compiled is tested where it was compiled."""

from __future__ import annotations

from kotowari.extension import IS_COMPILED

# Its modules cannot even be imported elsewhere.
collect_ignore_glob = [] if IS_COMPILED else ["test_*.py"]


def pytest_report_header() -> str:
    """What is compiled, and so is tested."""
    return "kotowari.extension: compiled" if IS_COMPILED else "kotowari.extension: not compiled, its tests are left out"
