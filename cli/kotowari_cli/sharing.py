"""JSON Lines answered by several processes at a time: answers come in order, and what is under way is bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from io import BufferedReader, RawIOBase
from select import select
from typing import TYPE_CHECKING, BinaryIO, cast

from kotowari_cli.files import MIB, is_file
from kotowari_cli.lines import Answer, Answers, Bad, Line, answers_to, ended, numbered
from kotowari_cli.processes import Pool, pool
from kotowari_cli.progress import progress

if TYPE_CHECKING:
    from io import BufferedIOBase

    from _typeshed import WriteableBuffer

# Fewer lines, in less than so many bytes, are answered before other processes have begun.
_FEW = 256
_LITTLE = MIB
# What a process is given at a time: enough that handing it over costs nothing, little enough to have all of them busy.
_CHUNK = 32
_CHUNK_BYTES = MIB // 4
_BUFFER = MIB // 16


def share_lines(stream: BinaryIO, out: BinaryIO, answer: Answer, *, jobs: int, bar: bool) -> int:
    """Answer every line of `stream` on `out`, as `lines.answer_lines` does, with `jobs` processes.

    Where `stream` is no file but somebody who writes, all that has come is answered before more is waited for. Raises
    BrokenProcessPool where one of the processes dies.
    """
    with ExitStack() as stack:
        advance = stack.enter_context(progress(stream, wanted=bar))
        shared = _Shared(out, answer, advance, lambda: stack.enter_context(pool(answer, jobs)))
        for line in numbered(stream if is_file(stream) else BufferedReader(_Heeding(stream, shared.settle), _BUFFER)):
            shared.add(line)
        shared.settle()
    return ended(shared.total, shared.bad)


class _Shared:
    """The lines that are not answered yet, and what was done with the others."""

    def __init__(self, out: BinaryIO, answer: Answer, advance: Callable[[], None], begin: Callable[[], Pool]) -> None:
        self.total, self.bad = 0, Bad()
        self._out = out
        self._answer = answer
        self._advance = advance
        self._begin = begin
        self._pool: Pool | None = None
        self._lines: list[Line] = []
        self._size = 0

    def add(self, line: Line) -> None:
        """One more line, to be answered sooner or later."""
        self._lines.append(line)
        self._size += len(line.data or b"")
        many, much = (_FEW, _LITTLE) if self._pool is None else (_CHUNK, _CHUNK_BYTES)
        if len(self._lines) >= many or self._size >= much:
            self._share(self._pool or self._begun())

    def settle(self) -> None:
        """Answer all that is not answered, and send it out."""
        if self._pool is not None and self._pool.busy:
            self._share(self._pool)
            while self._pool.busy:
                self._write(self._pool.take())
        for line in self._taken():
            self._write(answers_to([line], self._answer))
        self._out.flush()

    def _begun(self) -> Pool:
        # Copies of this process have what answering the first line took.
        self._write(answers_to([self._lines.pop(0)], self._answer))
        self._pool = self._begin()
        return self._pool

    def _share(self, pool: Pool) -> None:
        for chunk in _chunks(self._taken()):
            pool.give(chunk)
            while pool.full:
                self._write(pool.take())

    def _taken(self) -> Sequence[Line]:
        lines, self._lines, self._size = self._lines, [], 0
        return lines

    def _write(self, answers: Answers) -> None:
        self._out.write(answers.data)
        self.total += answers.total
        self.bad = self.bad.and_then(answers.bad)
        for _ in range(answers.total):
            self._advance()


def _chunks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    return (lines[start : start + _CHUNK] for start in range(0, len(lines), _CHUNK))


class _Heeding(RawIOBase):
    """A stream that calls `before_waiting` each time that reading on may take long."""

    def __init__(self, stream: BinaryIO, before_waiting: Callable[[], None]) -> None:
        super().__init__()
        self._stream = stream
        self._before_waiting = before_waiting

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """What is there, or comes first."""
        if _waits(self._stream):
            self._before_waiting()
        return cast("BufferedIOBase", self._stream).readinto1(buffer)


def _waits(stream: BinaryIO) -> bool:
    """Whether reading may take long, for all that can be known."""
    try:
        return not select([stream], [], [], 0)[0]
    except (OSError, ValueError):
        return True
