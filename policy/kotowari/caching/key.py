"""What a compiled policy depends on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import kotowari
from kotowari.version import VERSION


def key_of(files: Mapping[str, bytes]) -> str:
    """A name for what these rule files compile to: by their contents, and by all the code that compiles them.

    The code of this package counts file by file; of other packages it counts what the folders they are installed in
    look like, which change whenever one is installed, removed or brought up to date.
    """
    digest = sha256(f"{VERSION}\n{sys.version}\n".encode())
    for line in (*_installed(), *_code(str(Path(kotowari.__file__).parent))):
        digest.update(line.encode("utf-8", "surrogateescape") + b"\n")
    for name, content in sorted(files.items()):
        digest.update(f"{name}\n{len(content)}\n".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def _installed() -> Iterator[str]:
    for place in sys.path:
        try:
            yield f"{place} {os.stat(place or '.').st_mtime_ns}"  # noqa: PTH116 - quicker, and the start waits for it
        except OSError:
            yield f"{place} is not there"


def _code(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name not in {"__pycache__", "pages", "rules"}:  # neither of them compiles anything
                    yield from _code(entry.path)
            else:
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
