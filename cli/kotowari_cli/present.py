"""The present, where nobody says for which moment to decide."""

from __future__ import annotations

from datetime import UTC, datetime


def present() -> datetime:
    """The moment, to the second; read once, so that all of a run is decided for one and the same."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the one reading for this run
