"""Which cases failed last time, in the user's folder for caches: a hint that can be lost at any time."""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from typing import cast

from kotowari.caching.place import cache_folder
from kotowari.diagnostics.said import say
from kotowari_cli.failures import Failure
from kotowari_cli.files import atomic_writer

_MOST_BYTES = 16 * 1024 * 1024


def memory_of(folder: Path) -> Path:
    """The file that remembers for the policy of a folder."""
    name = sha256(os.fsencode(folder.resolve())).hexdigest()
    return cache_folder() / "failed" / f"{name[:32]}.json"


def recall(folder: Path) -> frozenset[str]:
    """The names of what failed last; none where nothing is remembered, or not as it was written."""
    try:
        with memory_of(folder).open("rb") as file:
            found: object = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RuntimeError):  # RuntimeError: nobody knows where the home folder is
        return frozenset()
    names = cast("dict[str, object]", found).get("failed") if isinstance(found, dict) else None
    return (
        frozenset(name for name in cast("list[object]", names) if isinstance(name, str))
        if isinstance(names, list)
        else frozenset()
    )


def remember(folder: Path, ran: Collection[str], failed: Collection[str]) -> None:
    """Remember what failed of what ran; what did not run stays as it was. Raises Failure where that cannot be kept."""
    kept = sorted((recall(folder) - set(ran)) | set(failed))
    try:
        path = memory_of(folder)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:
        raise Failure(say("what failed cannot be remembered: {why}", why=str(error))) from None
    with atomic_writer(str(path)) as stream:
        stream.write(json.dumps({"policy": str(folder.resolve()), "failed": kept}).encode())
