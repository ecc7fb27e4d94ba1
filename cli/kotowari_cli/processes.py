"""Processes that answer chunks of lines; answers come in order, and what is under way is bounded."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection

from kotowari_cli.exits import Exit
from kotowari_cli.files import MAX_DOCUMENT
from kotowari_cli.lines import Answer, Answers, Line, answers_to

# Chunks that may be under way for each process: all stay busy while the answers to one slow chunk are waited for.
_AHEAD = 4
# What may be under way in bytes; one more chunk may come on top.
_MOST_HELD = MAX_DOCUMENT

# How a process that was started for it answers.
_own: list[Answer] = []


class Pool:
    """Processes that answer chunks of lines."""

    def __init__(self, executor: ProcessPoolExecutor, jobs: int) -> None:
        self._executor = executor
        self._most = jobs * _AHEAD
        self._waiting: deque[tuple[int, Future[Answers]]] = deque()
        self._held = 0

    @property
    def busy(self) -> bool:
        """Whether answers are still to come."""
        return bool(self._waiting)

    @property
    def full(self) -> bool:
        """Whether answers have to be taken before more is handed over."""
        return len(self._waiting) >= self._most or self._held > _MOST_HELD

    def give(self, chunk: Sequence[Line]) -> None:
        """Hand over a chunk, to be answered after those before; raises BrokenProcessPool where a process has died."""
        size = sum(len(line.data or b"") for line in chunk)
        with _deaf():  # processes may start here
            self._waiting.append((size, self._executor.submit(_answer, chunk)))
        self._held += size

    def take(self) -> Answers:
        """The answers to the oldest chunk, once they are there; raises BrokenProcessPool where a process has died."""
        size, answers = self._waiting.popleft()
        self._held -= size
        return answers.result()


@contextmanager
def pool(answer: Answer, jobs: int) -> Generator[Pool]:
    """Processes that answer like `answer`, which has to be picklable; whatever ends the block ends them."""
    others = set(multiprocessing.active_children())
    gc.collect()
    gc.freeze()  # where processes are copies of this one, what they share is not gone through, and so stays shared
    executor = ProcessPoolExecutor(jobs, initializer=_start, initargs=(answer,))
    try:
        yield Pool(executor, jobs)
    except BaseException:
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        gc.unfreeze()


@contextmanager
def _deaf() -> Generator[None]:
    """A process that starts here never hears Ctrl-C: the one who starts it does, and ends it."""
    if os.name != "posix":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(answer: Answer) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _own.append(answer)


def _end_with_parent() -> None:
    """Nobody waits for answers once the process is gone that asked for them."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(Exit.FAULT)


def _answer(chunk: Sequence[Line]) -> Answers:
    return answers_to(chunk, _own[0])
