"""Reading what people give us, within limits, and writing files whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Generator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Literal

from kotowari.diagnostics.encodings import save_as_utf_8
from kotowari.diagnostics.said import Said, say
from kotowari_cli.binary import HEAD, check_text
from kotowari_cli.failures import Failure

STDIN = "-"
MIB = 1024 * 1024
# A text of a customer; a long mail with its history has some hundred kilobytes.
MAX_TEXT = 16 * MIB
# A document holds a text, escaped.
MAX_DOCUMENT = 64 * MIB

A_REQUEST = say('write one request on each line, such as `{{"text": "Please add SSO"}}`')


def read_bytes(name: str, limit: int) -> bytes:
    """What the text file `name`, or standard input for `-`, holds.

    Raises Failure, also beyond `limit` bytes, and where it is plainly no text; else nothing is decoded.
    """
    with open_input(name) as stream:
        data = stream.read(limit + 1)
    check_text(data, shown(name))
    if len(data) > limit:
        message = say("{file} is larger than {size} MiB", file=shown(name), size=limit // MIB)
        raise Failure(message, say("that is the limit for one request; split it"))
    return data


def read_text(name: str, limit: int = MAX_TEXT) -> str:
    """The text of the file `name`, or of standard input for `-`, without its byte order mark. Raises Failure."""
    return decoded(read_bytes(name, limit), shown(name))


def decoded(data: bytes, what: Said) -> str:
    """`data` as UTF-8 without its byte order mark. Raises Failure, which names the first wrong byte by its offset."""
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        message = say(
            "{file} is not UTF-8: byte {offset} (from 0) is 0x{byte:02x}",
            file=what,
            offset=error.start,
            byte=data[error.start],
        )
        raise Failure(message, save_as_utf_8(data)) from None


@contextmanager
def open_input(name: str) -> Generator[BinaryIO]:
    """The file `name`, or standard input for `-`, opened for reading bytes. Raises Failure where that fails."""
    if name == STDIN:
        yield _standard_input()
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below; only the opening is guarded
    except (OSError, ValueError) as error:
        raise cannot("read", name, error) from None
    with stream:
        yield stream


@contextmanager
def open_lines(name: str) -> Generator[BinaryIO]:
    """The same, for JSON Lines. Raises Failure where the file is plainly no text."""
    with open_input(name) as stream:
        if is_file(stream) and isinstance(stream, BufferedReader):  # else looking ahead would mean waiting
            check_text(stream.peek(HEAD), shown(name), A_REQUEST)
        yield stream


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] - so it is after `<&-`
        raise Failure(say("standard input is closed"), say("give the name of a file instead of `-`"))
    return sys.stdin.buffer


def is_file(stream: BinaryIO) -> bool:
    """Whether a stream reads an ordinary file, whose end is known."""
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False  # a stream without a file behind it


def shown(name: str) -> Said:
    """A file's name as messages show it."""
    return say("standard input") if name == STDIN else say("`{what}`", what=name)


def cannot(do: Literal["read", "write"], name: str, error: OSError | ValueError) -> Failure:
    """The failure to read or write the file `name`."""
    file, check = shown(name), say("check the name")
    match error:
        case FileNotFoundError() if do == "write":
            return Failure(say("there is no folder for {file}", file=file), check)
        case FileNotFoundError():
            return Failure(say("there is no file {file}", file=file), say("check the name; `-` is standard input"))
        case IsADirectoryError():
            return Failure(say("{file} is a folder, not a file", file=file), say("give the name of a file in it"))
        case _:
            from kotowari_cli.system import reason

            why = reason(error)
            reads, writes = (
                say("cannot read {file}: {why}", file=file, why=why),
                say("cannot write {file}: {why}", file=file, why=why),
            )
            return Failure(reads if do == "read" else writes, _advice(error))


def _advice(error: OSError | ValueError) -> Said | Literal[""]:
    if isinstance(error, PermissionError):
        return say("check its permissions, and those of its folder")
    return "" if isinstance(error, OSError) else say("check the name")


@contextmanager
def atomic_writer(name: str) -> Generator[BinaryIO]:
    """A stream whose content becomes the file `name` when the block ends well, and nothing when it does not.

    A link is followed. What is no ordinary file, such as /dev/null, is written as it is. Raises Failure where the
    file cannot be written.
    """
    try:
        target = Path(name).resolve()
        special = target.exists() and not target.is_file()
        stream = target.open("wb") if special else _temporary(target)
    except (OSError, ValueError) as error:
        raise cannot("write", name, error) from None
    with stream:
        if special:
            yield stream
            return
        try:
            yield stream
            _settle(stream, target)
        except BaseException:
            Path(stream.name).unlink(missing_ok=True)
            raise


def _temporary(target: Path) -> BinaryIO:
    """A new file beside `target`, with the permissions of the old one where there is one."""
    import secrets  # slow to import, and needed to write alone

    path = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    stream = path.open("xb")
    if target.exists():
        path.chmod(stat.S_IMODE(target.stat().st_mode))
    return stream


def _settle(stream: BinaryIO, target: Path) -> None:
    stream.flush()
    os.fsync(stream.fileno())
    Path(stream.name).replace(target)
