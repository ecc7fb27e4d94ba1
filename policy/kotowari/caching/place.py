"""Where the user's caches are."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of this program in the one that the system keeps for caches.

    Raises RuntimeError where nobody knows where the home folder is.
    """
    given = environment.get("XDG_CACHE_HOME", "")
    if Path(given).is_absolute():  # what is not absolute does not count, says the specification
        return Path(given) / "kotowari"
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "kotowari" / "cache"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "kotowari"
