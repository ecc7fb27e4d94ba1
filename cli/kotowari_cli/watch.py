"""Doing something again whenever the files of a policy change."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kotowari.diagnostics.said import say
from kotowari_cli.exits import Exit
from kotowari_cli.screen import print_note

# How often the files are looked at, in seconds: sooner than one can switch windows.
_EVERY = 0.4

State = Mapping[str, tuple[int, int]]


def state_of(folder: Path) -> State:
    """Every file that makes up a policy and its cases, with what tells that it has changed."""
    from kotowari.rule_files import read_folder
    from kotowari.testing.case_files import case_files

    found: dict[str, tuple[int, int]] = {}
    try:
        paths = [*(folder / name for name in read_folder(folder)[0]), *case_files(folder)]
    except OSError:
        return found  # the folder is gone for the moment; its coming back is a change
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue  # it went while we looked
        found[str(path)] = (stat.st_mtime_ns, stat.st_size)
    return found


def watch(folder: Path, body: Callable[[], int], pause: Callable[[], None] = lambda: time.sleep(_EVERY)) -> None:
    """Run `body` now and whenever a file changes, until Ctrl-C, be it here or within `body`."""
    try:
        while True:
            before = state_of(folder)
            if body() == Exit.INTERRUPTED:
                return
            print_note(say("waiting for a change; Ctrl-C ends it"))
            while state_of(folder) == before:
                pause()
    except KeyboardInterrupt:
        return
