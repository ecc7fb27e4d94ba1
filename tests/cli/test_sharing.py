"""Many lines, answered by several processes."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from tests.cli.conftest import ACME, COMMAND, environment

from kotowari.requests import Request
from kotowari_cli.exits import Exit
from kotowari_cli.shape import Json
from kotowari_cli.sharing import share_lines

ACME_HERE = environment(KOTOWARI_POLICY=str(ACME))
NOW = b'"now": "2026-04-01T09:00:00Z"'
KINDS = (
    b'{"id": %d, ' + NOW + b', "text": "gantt"}\n',
    b'{"id": %d, ' + NOW + b', "text": "my lawyer \\u202e"}\r\n',
    b'{"id": %d, ' + NOW + b', "text": "' + "ガントチャートは要りません。".encode() + b'"}\n',
    b'{"id": %d, "fcts": {}}\n',
    b'{"id": %d, not json}\n',
    b'"caf\xe9 %d"\n',
)


def mixed(count: int) -> bytes:
    """Lines good and bad."""
    return b"\n".join(KINDS[number % len(KINDS)] % number for number in range(count))


def pid_of(_: Request) -> dict[str, Json]:
    """The number of the process that answers."""
    return {"pid": os.getpid()}


def pids(count: int, tmp_path: Path) -> set[bytes]:
    """Which processes answer so many lines."""
    given, out = tmp_path / "in.jsonl", io.BytesIO()
    given.write_bytes(b"{}\n" * count)
    with given.open("rb") as stream:
        assert share_lines(stream, out, pid_of, jobs=2, bar=False) == Exit.DONE
    answers = out.getvalue().splitlines()
    assert len(answers) == count
    return set(answers)


def test_few_lines_are_answered_here(tmp_path: Path) -> None:
    assert pids(200, tmp_path) == {b'{"pid":%d}' % os.getpid()}


def test_many_lines_are_answered_elsewhere(tmp_path: Path) -> None:
    others = pids(400, tmp_path) - {b'{"pid":%d}' % os.getpid()}
    assert 1 <= len(others) <= 2


class Reader(io.BytesIO):
    """Somebody who reads so many answers and leaves."""

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self.wanted = wanted

    def write(self, data: object) -> int:
        self.wanted -= bytes(cast("bytes", data)).count(b"\n")
        if self.wanted < 0:
            raise BrokenPipeError
        return 0


def test_no_more_is_read_than_is_under_way(tmp_path: Path) -> None:
    given = tmp_path / "in.jsonl"
    given.write_bytes(b"{}\n" * 100_000)
    with given.open("rb") as stream:
        with pytest.raises(BrokenPipeError):
            share_lines(stream, cast("BinaryIO", Reader(1000)), pid_of, jobs=2, bar=False)
        assert stream.tell() < 3 * 2000


@pytest.mark.skipif(os.name != "posix", reason="processes and signals as POSIX has them")
class TestProcesses:
    def test_the_bytes_are_the_same_however_many_share_the_work(self, tmp_path: Path) -> None:
        (tmp_path / "in.jsonl").write_bytes(mixed(400))
        runs = [_run("in.jsonl", "-j", jobs) for jobs in ("1", "2", "3")]
        assert [ended.returncode for ended in runs] == [2, 2, 2]
        assert len(runs[0].stdout.splitlines()) == 400
        assert runs[1].stdout == runs[0].stdout == runs[2].stdout
        assert runs[1].stderr == runs[0].stderr == runs[2].stderr

    def test_what_a_pipe_brings_is_answered_the_same(self) -> None:
        ended = _run("-j", "2", stdin=mixed(400))
        assert ended.stdout == _run("-j", "1", stdin=mixed(400)).stdout

    def test_processes_that_begin_anew_answer_the_same(self) -> None:
        code = (
            "import multiprocessing, sys; multiprocessing.set_start_method('spawn');"
            "from kotowari_cli.main import run; sys.exit(run(['batch', '-j', '2']))"
        )
        ended = subprocess.run(
            [sys.executable, "-c", code], input=mixed(400), capture_output=True, check=False, env=ACME_HERE
        )
        assert ended.stdout == _run("-j", "1", stdin=mixed(400)).stdout

    def test_an_interrupt_ends_all_of_them_quietly(self, tmp_path: Path) -> None:
        with _at_work(tmp_path) as running:
            os.killpg(running.pid, signal.SIGINT)
            assert running.wait() == 130
            assert _told_by_all(running) == b""

    def test_a_reader_who_leaves_ends_all_of_them_quietly(self, tmp_path: Path) -> None:
        with _at_work(tmp_path) as running:
            assert running.stdout is not None
            running.stdout.close()
            assert running.wait() == 141
            assert _told_by_all(running) == b""

    def test_where_the_one_who_started_them_is_gone_they_go_too(self, tmp_path: Path) -> None:
        with _at_work(tmp_path) as running:
            running.kill()
            assert _told_by_all(running) == b""

    @pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel for the processes that a process started")
    def test_one_that_dies_is_told_and_leaves_no_half_file(self, tmp_path: Path) -> None:
        with _at_work(tmp_path, "-o", "out.jsonl") as running:
            os.kill(_first_child(running.pid), signal.SIGKILL)
            assert running.wait() == 70
            assert _told_by_all(running).startswith(b"error: a process that decided for `batch` was ended")
        assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def _run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, "batch", *arguments], input=stdin, capture_output=True, check=False, env=ACME_HERE)


@contextmanager
def _at_work(folder: Path, *options: str) -> Generator[subprocess.Popen[bytes]]:
    """The command with two processes, in the middle of more than it can do before it is stopped."""
    (folder / "in.jsonl").write_bytes(mixed(400) * 300)
    arguments = [*COMMAND, "batch", "in.jsonl", "-j", "2", *options]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ACME_HERE, start_new_session=True
    ) as running:
        try:
            _wait_for_work(running, folder, written=bool(options))
            yield running
        finally:
            running.kill()


def _wait_for_work(running: subprocess.Popen[bytes], folder: Path, *, written: bool) -> None:
    """Until answers come that were worked out elsewhere."""
    assert running.stdout is not None
    if written:
        while not any(path.stat().st_size for path in folder.glob(".out.jsonl.*")):
            assert running.poll() is None
        return
    for _ in range(300):
        assert running.stdout.readline()


def _told_by_all(running: subprocess.Popen[bytes]) -> bytes:
    """What was written on standard error, which ends when the last process is gone that could write there."""
    assert running.stderr is not None
    return running.stderr.read()


def _first_child(pid: int) -> int:
    return next(_children(pid))


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").iterdir():
        yield from map(int, (task / "children").read_text(encoding="ascii").split())
