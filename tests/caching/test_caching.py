from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from kotowari.caching.guarded import read_guarded, write_guarded
from kotowari.caching.key import _DECIDING, key_of
from kotowari.caching.sealed import pack, seal, unpack, unseal
from kotowari.caching.shelf import Row, Shelf, shelve, shelve_row
from kotowari.diagnostics.span import Span
from kotowari.loader import versions

needs_rights = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")


def test_a_value_comes_back() -> None:
    value = {"span": Span("a.rules", 1, 2), "day": date(2026, 1, 2), "names": frozenset({"a"}), "sum": Decimal("1.50")}
    assert unseal(seal(value)) == value


@pytest.mark.parametrize("cut", [0, 1, 10, 15, -1])
def test_what_is_torn_is_not_used(cut: int) -> None:
    with pytest.raises(ValueError, match="not as it was written"):
        unseal(seal(["a", "b"])[:cut])


def test_what_was_made_from_something_else_is_not_used() -> None:
    assert unseal(seal(["a"], b"key"), b"key") == ["a"]
    for other in (b"", b"ke", b"key2", b"kex"):
        with pytest.raises(ValueError, match="something else"):
            unseal(seal(["a"], b"key"), other)


def test_what_is_kept_elsewhere_is_left_out() -> None:
    span = Span("a.rules", 1, 2)
    packed = pack(["b", span], lambda value: "span" if value is span else None)
    assert b"a.rules" not in packed
    found = unpack(packed, {"span": span}.__getitem__)
    assert found == ["b", span]
    with pytest.raises(pickle.UnpicklingError, match="names nobody gave"):
        unpack(packed)


def test_a_row_is_the_sequence_that_was_put_into_it() -> None:
    values = [Span("a.rules", number, number + 1) for number in range(70)]
    row = cast("Row[Span]", unseal(seal(shelve_row(values))))
    assert (list(row), len(row), row[-1], row[10:12]) == (values, 70, values[-1], values[10:12])
    assert row[33] is row[33]
    for place in (70, -71):
        with pytest.raises(IndexError):
            row[place]


def test_a_single_wrong_bit_is_noticed() -> None:
    sealed = bytearray(seal({"verdict": "accept"}))
    sealed[-5] ^= 1
    with pytest.raises(ValueError, match="not as it was written"):
        unseal(bytes(sealed))


class Foreign:
    """What would run a command if it were made."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.mkdir, ("never",))


def test_what_runs_something_is_refused() -> None:
    with pytest.raises(ValueError, match="another version") as refused:
        unseal(seal(Foreign()))
    assert isinstance(refused.value.__cause__, pickle.UnpicklingError)


def test_a_function_of_this_package_is_refused() -> None:
    with pytest.raises(ValueError, match="another version"):
        unseal(seal(read_guarded))


def test_a_file_comes_back_and_is_the_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert write_guarded(folder, "x", b"1")
    assert write_guarded(folder, "x", b"2")
    assert read_guarded(folder, "x") == b"2"
    assert [path.name for path in folder.iterdir()] == ["x"]
    assert read_guarded(folder, "y") is None
    assert read_guarded(tmp_path / "none", "x") is None


@needs_rights
def test_a_new_folder_and_file_are_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    write_guarded(folder, "x", b"1")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "x").stat().st_mode & 0o777 == 0o600


@needs_rights
@pytest.mark.parametrize("mode", [0o770, 0o777, 0o702])
def test_where_others_can_write_nothing_is_read_or_written(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "cache"
    assert write_guarded(folder, "x", b"1")
    folder.chmod(mode)
    assert read_guarded(folder, "x") is None
    assert not write_guarded(folder, "y", b"1")


@needs_rights
def test_a_file_that_others_can_write_is_not_read(tmp_path: Path) -> None:
    write_guarded(tmp_path, "x", b"1")
    (tmp_path / "x").chmod(0o622)
    assert read_guarded(tmp_path, "x") is None


@needs_rights
def test_links_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    write_guarded(folder, "x", b"1")
    (folder / "y").symlink_to(folder / "x")
    (tmp_path / "other").symlink_to(folder)
    assert read_guarded(folder, "y") is None
    assert read_guarded(tmp_path / "other", "x") is None
    assert not write_guarded(tmp_path / "other", "x", b"2")


def test_what_cannot_be_written_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    assert not write_guarded(tmp_path / "file" / "cache", "x", b"1")
    (tmp_path / "x").mkdir()
    assert not write_guarded(tmp_path, "x", b"1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "x"]


def test_the_key_follows_the_contents() -> None:
    files = {"a.rules": b"one", "b.rules": b"two"}
    assert key_of(files) == key_of(dict(reversed(files.items())))
    others = [{"a.rules": b"one"}, {"a.rules": b"onetwo"}, {"a.rules": b"one", "c.rules": b"two"}]
    assert len({key_of(other) for other in [files, *others]}) == 4


def test_the_key_follows_what_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of({})
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with_folder = key_of({})
    (tmp_path / "other-1.0.dist-info").mkdir()
    assert before == with_folder == key_of({})
    (tmp_path / "sudachipy-0.7.1.dist-info").mkdir()
    assert key_of({}) != before


def test_the_key_names_every_package_that_decides() -> None:
    spelled = {name.replace("-", "_") for name in versions() if name != "kotowari"}
    assert {name.removesuffix("-") for name in _DECIDING} == spelled


def test_a_shelf_is_the_mapping_that_was_put_on_it() -> None:
    values = {f"name {number}": Span("a.rules", number, number + 1) for number in range(100)}
    shelf = shelve(values)
    found = unseal(seal(shelf))
    assert isinstance(found, Shelf)
    found = cast("Shelf[str, Span]", found)
    assert found["name 70"] == values["name 70"]
    assert found["name 70"] is found["name 70"]
    assert list(found) == list(values)
    assert dict(found) == values
    assert len(found) == 100
    assert "name 100" not in found
    with pytest.raises(KeyError):
        found["name 100"]
    assert not shelve({})


class Stranger:
    """Says of itself what bytes should make of it."""

    def __init__(self, module: str, name: str) -> None:
        self._named = module, name

    def bytes_of(self) -> bytes:
        module, name = (f"\x8c{chr(len(part))}{part}".encode("latin-1") for part in self._named)
        return b"\x80\x04" + module + name + b"\x93."


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("kotowari.rule_files", "Path"),
        ("kotowari.text.fold", "array"),
        ("kotowari.loader", "metadata.zipfile.importlib.util.types.FunctionType"),
        ("kotowari.loader", "compile_folder"),
        ("os", "system"),
    ],
)
def test_nothing_but_classes_of_this_package_comes_out(module: str, name: str) -> None:
    with pytest.raises(pickle.UnpicklingError, match="does not belong"):
        unpack(Stranger(module, name).bytes_of())
    assert unpack(Stranger("kotowari.diagnostics.span", "Span").bytes_of()) is Span


def test_other_files_never_have_the_same_key() -> None:
    assert key_of({"a.rules\n3\nabc\nb.rules": b"de"}) != key_of({"a.rules": b"abc", "b.rules": b"de"})


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    script = (
        "import resource, signal, sys; from pathlib import Path; from kotowari.caching.guarded import write_guarded\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "sys.exit(write_guarded(Path(sys.argv[1]), 'a.policy', bytes(50_000)))"
    )
    assert subprocess.run([sys.executable, "-c", script, str(folder)], check=False).returncode == 0
    assert list(folder.iterdir()) == []
