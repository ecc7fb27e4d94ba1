"""How far a run has come, on standard error, where that is a terminal."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from kotowari_cli.screen import console

_T = TypeVar("_T")
# How often the bar is drawn anew, in seconds.
_EVERY = 0.1


def counted(items: Iterable[_T], total: int, unit: str) -> Iterator[_T]:
    """The same items; a bar shows how many of `total` have passed, which are called `unit`."""
    target = console(err=True)
    if not target.is_terminal or target.is_dumb_terminal:
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(MofNCompleteColumn(), TextColumn(unit), BarColumn(), console=target, transient=True,
                  auto_refresh=False) as bar:  # fmt: skip
        task = bar.add_task("", total=total)
        drawn = 0.0
        for item in items:
            yield item
            bar.advance(task)
            if (present := time.monotonic()) - drawn >= _EVERY:
                bar.refresh()
                drawn = present
