"""What a compiled policy depends on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import Final

import kotowari
from kotowari.version import VERSION

# What decides verdicts besides this package, as folders of installed packages spell it.
_DECIDING: Final = ("google_re2-", "snowballstemmer-", "sudachidict_core-", "sudachipy-", "tzdata-")
_PATHS: Final = ("utf-8", "surrogateescape")
_KNOWN: Final = (".dist-info", ".egg-info")
# Folders that compile nothing: they hold no code, or stand above what loads a policy.
_ASIDE: Final = frozenset({"__pycache__", "analysis", "comparison", "pages", "rules", "testing"})


def key_of(files: Mapping[str, bytes]) -> bytes:
    """All that decides what these rule files compile to: their contents, and what is known of the code.

    The code of this package counts file by file, other packages that decide verdicts by their versions. Raises OSError
    where the code is in no folder, or changes right now.
    """
    own = os.path.dirname(kotowari.__file__)  # noqa: PTH120 - the start waits for what pathlib imports
    parts = ["\n".join((VERSION, sys.version, *_installed(), *_code(own))).encode(*_PATHS)]
    for name, content in sorted(files.items()):
        parts += [f"\0{name}\0{len(content)}\0".encode(*_PATHS), content]  # no name holds a null
    return b"".join(parts)


def _installed() -> Iterator[str]:
    """The deciding packages with their versions, as the folders say that hold what is known of each installed one."""
    for place in sys.path:
        try:
            names = os.listdir(place or ".")  # noqa: PTH208 - quicker, and the start waits for it
        except OSError:
            continue
        yield from sorted(name for name in names if name.endswith(_KNOWN) and name.lower().startswith(_DECIDING))


def _code(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _ASIDE:
                    yield from _code(entry.path)
            else:
                state = entry.stat(follow_symlinks=False)
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
