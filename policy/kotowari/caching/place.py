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
        local = environment.get("LOCALAPPDATA", "")
        return (Path(local) if Path(local).is_absolute() else _home() / "AppData" / "Local") / "kotowari" / "cache"
    return _home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "kotowari"


def _home() -> Path:
    """The home folder; one that is not absolute would be another one in every folder, and an empty one the root."""
    home = Path.home()
    if not home.is_absolute() or os.environ.get("HOME") == "":
        raise RuntimeError("HOME is no absolute path of a folder")
    return home
