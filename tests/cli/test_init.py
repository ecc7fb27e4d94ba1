from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Run

import kotowari


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", sorted(path.name for path in kotowari.packs().iterdir()))
def test_a_pack_is_copied_whole(kotowari_in: Run, tmp_path: Path, name: str) -> None:
    ended = kotowari_in("init", "mine/policy", "--pack", name)
    assert (ended.code, ended.err) == (0, "")
    assert files(tmp_path / "mine" / "policy") == files(kotowari.packs() / name)
    assert "kotowari lint mine/policy" in ended.out
    assert kotowari_in("lint", "mine/policy").code == 0


@pytest.mark.parametrize("name", sorted(path.name for path in kotowari.packs().iterdir()))
def test_the_request_that_is_suggested_is_one_for_the_pack(kotowari_in: Run, name: str) -> None:
    told = kotowari_in("init", "my policy", "--pack", name).out
    (line,) = (line.strip() for line in told.splitlines() if line.strip().startswith("kotowari check "))
    ended = kotowari_in(*shlex.split(line)[1:], "--exit-code")
    assert ended.code in {0, 10, 20}, line  # it is decided
    text = shlex.split(line)[2]
    assert not text.isascii() if name == "inn" else text.isascii()


@pytest.mark.parametrize(("language", "ascii_only"), [("en_US.UTF-8", True), ("ja_JP.UTF-8", False)])
def test_the_request_is_in_the_language_of_the_person_where_the_pack_has_it(
    kotowari_in: Run, monkeypatch: pytest.MonkeyPatch, language: str, *, ascii_only: bool
) -> None:
    monkeypatch.setenv("LANG", language)
    (line,) = (line for line in kotowari_in("init").out.splitlines() if "kotowari check" in line)
    assert line.isascii() is ascii_only


def test_without_a_name_it_is_found_by_the_other_commands(kotowari_in: Run, tmp_path: Path) -> None:
    ended = kotowari_in("init")
    assert ended.code == 0
    assert (tmp_path / "rules" / "policy.rules").is_file()
    assert "starter" in kotowari_in("show").out


def test_an_empty_folder_stays_the_same_folder(kotowari_in: Run, tmp_path: Path) -> None:
    before = tmp_path.stat().st_ino
    assert kotowari_in("init", ".").code == 0
    assert tmp_path.stat().st_ino == before
    assert files(tmp_path) == files(kotowari.packs() / "starter")


@pytest.mark.parametrize("taken", ["folder", "file", "link"])
def test_what_is_there_is_left_alone(kotowari_in: Run, tmp_path: Path, taken: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "notes").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to("nowhere")
    ended = kotowari_in("init", taken)
    assert (ended.code, ended.out) == (2, "")
    assert f"`{taken}` is" in ended.err
    assert files(tmp_path) == {"folder/notes", "file"}


def test_an_unknown_pack_is_told_with_the_nearest(kotowari_in: Run, tmp_path: Path) -> None:
    ended = kotowari_in("init", "mine", "--pack", "startr")
    assert ended.code == 2
    assert "there is no pack `startr`" in ended.err
    assert "did you mean `starter`? there are `airline`, `bank`," in " ".join(ended.err.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("existing", [True, False])
def test_a_copy_that_fails_leaves_nothing(
    kotowari_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, existing: bool
) -> None:
    copied: list[object] = []
    copy = shutil.copyfile

    def full(source: Path, target: Path) -> object:
        if len(copied) == 3:
            raise OSError(28, "No space left on device")
        copied.append(target)
        return copy(source, target)

    monkeypatch.setattr(shutil, "copyfile", full)
    if existing:
        (tmp_path / "mine").mkdir()
    ended = kotowari_in("init", "mine")
    assert (ended.code, ended.out) == (2, "")
    assert "cannot write `mine`: No space left on device" in ended.err
    assert len(copied) == 3
    assert [path.name for path in tmp_path.rglob("*")] == (["mine"] if existing else [])
