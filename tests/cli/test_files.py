from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Literal

import pytest

from kotowari_cli.failures import Failure
from kotowari_cli.files import atomic_writer, cannot, open_lines, read_bytes, read_text


def write(name: str, data: bytes) -> None:
    with atomic_writer(name) as stream:
        stream.write(data)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write("new", b"whole")
    assert (tmp_path / "new").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def break_off(name: str) -> None:
    with atomic_writer(name) as stream:
        stream.write(b"half")
        raise RuntimeError("broken off")


@pytest.mark.parametrize("old", [None, b"old"])
def test_what_breaks_off_changes_nothing(tmp_path: Path, old: bytes | None) -> None:
    if old is not None:
        (tmp_path / "file").write_bytes(old)
    with pytest.raises(RuntimeError, match="broken off"):
        break_off("file")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == ({"file": old} if old else {})


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "file").chmod(0o640)
    (tmp_path / "link").symlink_to("file")
    write("link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


def test_what_is_no_ordinary_file_is_not_replaced() -> None:
    before = Path(os.devnull).stat()
    write(os.devnull, b"gone")
    assert Path(os.devnull).stat().st_ino == before.st_ino


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    assert read_bytes("file", 5) == b"12345"
    with pytest.raises(Failure, match="larger than"):
        read_bytes("file", 4)


def test_a_wrong_byte_is_told_by_its_offset(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes("日本".encode() + b"\xff")
    with pytest.raises(Failure, match=r"`file` is not UTF-8: byte 6 \(from 0\) is 0xff"):
        read_text("file")


NO_TEXTS: list[tuple[bytes, str]] = [
    (b"PK\x03\x04\x14\x00\x06\x00\x08", "is a ZIP archive, as Excel workbooks are, not text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an Office document, not text"),
    (b"\x1f\x8b\x08\x00abc", "is compressed with gzip"),
    (b"%PDF-1.7\n", "is a PDF, not text"),
    (b"\xff\xfe{\x00}\x00", "is UTF-16"),
    (b"\x7fELF\x02\x01\x00\x00\xff\xfe" * 2000, "is binary data, not text"),
]


@pytest.mark.parametrize(("data", "told"), NO_TEXTS, ids=[told for _, told in NO_TEXTS])
def test_what_is_no_text_is_told_by_its_beginning(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "file").write_bytes(data)
    for read in (lambda: read_text("file"), lambda: open_lines("file").__enter__()):
        with pytest.raises(Failure, match=f"`file` {told}"):
            read()


@pytest.mark.parametrize(
    "data",
    [b'{"text": "a\0b\xff"}\n', "日".encode() * 5000 + b"\0", b"\0" * 10, b"caf\xe9", b"", b"PK"],
    ids=["JSON", "zeros in UTF-8", "zeros", "Latin-1", "nothing", "short"],
)
def test_what_may_be_text_is_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file").write_bytes(data)
    assert read_bytes("file", 100_000) == data
    with open_lines("file") as lines:
        assert b"".join(lines) == data


@pytest.mark.parametrize("name", ["nul\0inside", "", "a" * 300])
def test_names_that_no_file_can_have(name: str) -> None:
    with pytest.raises(Failure):
        read_text(name)
    with pytest.raises(Failure):
        write(name, b"")


@pytest.mark.parametrize("do", ["read", "write"])
def test_what_to_do_where_nothing_is_permitted(do: Literal["read", "write"]) -> None:
    failure = cannot(do, "a.txt", PermissionError(errno.EACCES, "Permission denied"))
    assert failure.message == f"cannot {do} `a.txt`: Permission denied"
    assert failure.advice == "check its permissions, and those of its folder"
