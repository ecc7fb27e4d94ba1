"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import BinaryIO

from kotowari.diagnostics.said import say
from kotowari_cli.files import is_file
from kotowari_cli.screen import console, in_their_language

# How often the bar is drawn anew, in seconds: often enough for eyes, seldom enough to cost nothing.
_EVERY = 0.1


@contextmanager
def progress(stream: BinaryIO, *, wanted: bool) -> Generator[Callable[[], None]]:
    """A function to call after each line that was read from `stream`, which draws a bar where one can be seen."""
    target = console(err=True)
    if not wanted or not target.is_terminal or target.is_dumb_terminal:
        yield lambda: None
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    unit = in_their_language(say("lines"))
    shown = TextColumn(f"{{task.fields[lines]:,}} {unit}")
    columns = (shown, BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    size = os.fstat(stream.fileno()).st_size if is_file(stream) else None
    with Progress(*columns, console=target, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=size, lines=0)
        lines, drawn = 0, 0.0

        def advance() -> None:
            nonlocal lines, drawn
            lines += 1
            if (present := time.monotonic()) - drawn >= _EVERY:
                bar.update(task, completed=stream.tell() if size is not None else None, lines=lines, refresh=True)
                drawn = present

        yield advance
