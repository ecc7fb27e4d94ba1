"""Files that nobody but the user can have written.

What a cache holds is run like code, so a file counts only where it and its folder belong to the user and others cannot
write there. Both are looked at through the opened file, so that nothing can be exchanged in between.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

_OTHERS_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH
# Windows has neither: there the user's profile is the guard.
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_FOLDER: Final = getattr(os, "O_DIRECTORY", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)


def read_guarded(folder: Path, name: str) -> bytes | None:
    """The content of a file of the user's in a folder of the user's; None where it is not there or not the user's."""
    try:
        if os.name == "nt":
            return (folder / name).read_bytes()
        opened = os.open(folder, os.O_RDONLY | _NO_LINK | _FOLDER)
        try:
            return _content(name, opened) if _is_ours(os.fstat(opened)) else None
        finally:
            os.close(opened)
    except OSError:
        return None


def write_guarded(folder: Path, name: str, content: bytes) -> bool:
    """Put a file into a folder of the user's, whole or not at all; says whether it stands there now."""
    from tempfile import NamedTemporaryFile  # noqa: PLC0415 - slow to import, and seldom needed

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.is_symlink() or not (os.name == "nt" or _is_ours(folder.stat())):
            return False
        stream = NamedTemporaryFile(dir=folder, prefix=".new-", delete=False)  # noqa: SIM115 - closed below
    except OSError:
        return False
    new = Path(stream.name)
    try:
        with stream:
            stream.write(content)
        new.replace(folder / name)
    except OSError:
        return False
    else:
        return True
    finally:
        new.unlink(missing_ok=True)  # what was not put in its place, for whatever reason, stays nowhere


def _content(name: str, folder: int) -> bytes | None:
    with open(os.open(name, os.O_RDONLY | _NO_LINK | _BINARY, dir_fd=folder), "rb") as file:  # noqa: PTH123
        state = os.fstat(file.fileno())
        return file.read() if stat.S_ISREG(state.st_mode) and _is_ours(state) else None


def _is_ours(state: os.stat_result) -> bool:
    return state.st_uid == os.geteuid() and not state.st_mode & _OTHERS_WRITE
