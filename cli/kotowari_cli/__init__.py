"""The command line: one file per command, and the only part that prints."""

from __future__ import annotations

import os
from collections.abc import Mapping


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the person at the terminal, as the locale says; English where it says none that is spoken.

    It stands here since help asks for it before anything else is imported.
    """
    chosen = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    language = chosen.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return language if language == "ja" else "en"
