"""What a compiled policy depends on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import kotowari
from kotowari.version import VERSION

# What decides verdicts besides this package, as folders of installed packages spell it.
_DECIDING: Final = ("google_re2-", "snowballstemmer-", "sudachidict_core-", "sudachipy-", "tzdata-")
_KNOWN: Final = (".dist-info", ".egg-info")


def key_of(files: Mapping[str, bytes]) -> str:
    """A name for what these rule files compile to: by their contents, and by all the code that compiles them.

    The code of this package counts file by file, other packages that decide verdicts by their versions.
    """
    digest = sha256(f"{VERSION}\n{sys.version}\n".encode())
    for line in (*_installed(), *_code(str(Path(kotowari.__file__).parent))):
        digest.update(line.encode("utf-8", "surrogateescape") + b"\n")
    for name, content in sorted(files.items()):
        digest.update(f"{name}\n{len(content)}\n".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


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
            if entry.is_dir():
                if entry.name not in {"__pycache__", "pages", "rules"}:  # neither of them compiles anything
                    yield from _code(entry.path)
            else:
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
