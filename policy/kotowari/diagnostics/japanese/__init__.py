"""What the program says, in Japanese: the sentences of each part of it by their English ones.

Imported only where Japanese is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kotowari.diagnostics.japanese import (
    analysis,
    cases,
    checks,
    common,
    language,
    model,
    patterns,
    requests,
    review,
    values,
)

AREAS: Final[tuple[Mapping[str, str], ...]] = (
    common.SENTENCES,
    language.SENTENCES,
    patterns.SENTENCES,
    model.SENTENCES,
    values.SENTENCES,
    checks.SENTENCES,
    review.SENTENCES,
    analysis.SENTENCES,
    cases.SENTENCES,
    requests.SENTENCES,
)
SENTENCES: Final[Mapping[str, str]] = {english: japanese for area in AREAS for english, japanese in area.items()}
