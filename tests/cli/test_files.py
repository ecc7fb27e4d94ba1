from __future__ import annotations

import os
from pathlib import Path

import pytest

from kotowari_cli.failures import Failure
from kotowari_cli.files import atomic_writer, read_bytes, read_text


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


@pytest.mark.parametrize("name", ["nul\0inside", "", "a" * 300])
def test_names_that_no_file_can_have(name: str) -> None:
    with pytest.raises(Failure):
        read_text(name)
    with pytest.raises(Failure):
        write(name, b"")
