"""`kotowari fmt`."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Golden, Run

from kotowari.diagnostics.source import Source
from kotowari.language import formatting
from kotowari_cli.difference import print_difference

UNTIDY = 'label  b en "B" # x\nlabel a   en   "A"'
TIDY = 'label b en "B"  # x\nlabel a en "A"\n'
BROKEN = "rule r accept v\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files of every sort: untidy, tidy, broken, in a folder, hidden, linked, of another policy."""
    files = {
        "rules/a.rules": UNTIDY,
        "rules/b.rules": TIDY,
        "rules/more/c.rules": UNTIDY,
        "rules/other/policy.rules": 'policy  other en "Other"\n',
        "rules/.hidden/d.rules": UNTIDY,
        "rules/.e.rules": UNTIDY,
        "rules/notes.txt": UNTIDY,
        "elsewhere/f.rules": UNTIDY,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "rules/link.rules").symlink_to(tmp_path / "elsewhere/f.rules")
    (tmp_path / "rules/linked").symlink_to(tmp_path / "elsewhere")
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def test_a_folder_is_formatted_but_for_what_is_hidden_or_linked(kotowari_in: Run, folder: Path) -> None:
    before = texts(folder)
    ended = kotowari_in("fmt", "rules")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "3 files formatted, 1 file already in order\n"
    changed = {
        "rules/a.rules": TIDY,
        "rules/more/c.rules": TIDY,
        "rules/other/policy.rules": 'policy other en "Other"\n',
    }
    assert texts(folder) == before | changed
    assert kotowari_in("fmt", "rules").err == "4 files already in order\n"


def test_the_policy_is_meant_where_nothing_is_named(kotowari_in: Run, folder: Path) -> None:
    (folder / "rules/b.rules").write_text('policy acme en "Acme"\n', encoding="utf-8")
    ended = kotowari_in("fmt", "--check")
    assert ended.code == 1
    assert ended.out == "rules/a.rules\nrules/more/c.rules\n"  # what is a policy of its own is none of this one
    shutil.rmtree(folder / "rules")
    ended = kotowari_in("fmt")
    assert ended.code == 2
    assert "no policy is named" in ended.err


def test_check_names_the_files_and_changes_none(kotowari_in: Run, folder: Path) -> None:
    before = texts(folder)
    ended = kotowari_in("fmt", "--check", "rules/a.rules", "rules/b.rules", "rules/a.rules")
    assert ended.code == 1
    assert ended.out == "rules/a.rules\n"
    assert ended.err == "1 file to format, 1 file already in order\n"
    assert kotowari_in("fmt", "--check", "rules/b.rules").code == 0
    assert texts(folder) == before


def test_diff_shows_what_would_change(kotowari_in: Run, folder: Path, golden: Golden) -> None:
    before = texts(folder)
    ended = kotowari_in("fmt", "--diff", "rules")
    assert ended.code == 0
    golden("fmt-diff", ended.out)
    assert kotowari_in("fmt", "--check", "--diff", "rules").code == 1
    assert texts(folder) == before


def test_a_diff_has_colours_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    print_difference("x\x1b[2J.rules", b"a\x1b[2J\n", b"b\n")
    shown = capsys.readouterr().out
    assert "\x1b[31m-a" in shown
    assert "\x1b[32m+b" in shown
    assert "\x1b[2J" not in shown


@pytest.mark.parametrize("arguments", [(), ("--check",), ("--diff",)])
def test_a_file_with_errors_is_left_alone(kotowari_in: Run, folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "rules/b.rules").write_text(BROKEN, encoding="utf-8")
    (folder / "rules/notes.txt").write_bytes(b"label \xff")
    ended = kotowari_in("fmt", *arguments, "rules", "rules/notes.txt")
    assert ended.code == 1
    assert "error[missing-word]" in ended.err
    assert "error[not-utf-8]" in ended.err
    assert "2 files left alone because of errors" in ended.err
    assert (folder / "rules/b.rules").read_text(encoding="utf-8") == BROKEN
    assert (folder / "rules/a.rules").read_text(encoding="utf-8") == (UNTIDY if arguments else TIDY)


def test_standard_input_goes_to_standard_output(kotowari_in: Run) -> None:
    ended = kotowari_in("fmt", "-", stdin=UNTIDY)
    assert (ended.code, ended.out, ended.err) == (0, TIDY, "")
    ended = kotowari_in("fmt", "-", stdin=BROKEN)
    assert (ended.code, ended.out) == (1, "")
    assert "<stdin>:1:" in ended.err
    ended = kotowari_in("fmt", "--check", "-", stdin=UNTIDY)
    assert (ended.code, ended.out) == (1, "<stdin>\n")
    assert kotowari_in("fmt", "-", "rules", stdin=UNTIDY).code == 2


def test_line_ends_become_line_feeds_and_a_mark_goes(kotowari_in: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.rules"
    path.write_bytes(b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    assert kotowari_in("fmt", "--check", "a.rules").code == 1
    assert kotowari_in("fmt", "a.rules").code == 0
    assert path.read_bytes() == TIDY.encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.rules"]


def test_what_is_in_order_is_not_written(kotowari_in: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.rules"
    path.write_text(TIDY, encoding="utf-8")
    os.utime(path, (0, 0))
    assert kotowari_in("fmt", "a.rules").code == 0
    assert path.stat().st_mtime == 0


@pytest.mark.parametrize(
    ("name", "message"), [("none", "`none` does not exist"), ("empty", "`empty` holds no rule files"), ("\0", "`")]
)
def test_what_cannot_be_formatted(kotowari_in: Run, tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    ended = kotowari_in("fmt", name)
    assert ended.code == 2
    assert message in ended.err


def test_a_fault_of_ours_in_one_file_leaves_all_as_they_were(
    kotowari_in: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(source: Source) -> formatting.Formatted:
        if source.name == "rules/other/policy.rules":
            raise formatting.MeaningChangedError(f"the layout of {source.name} changes its meaning")
        return real(source)

    real = formatting.format_source
    monkeypatch.setattr(formatting, "format_source", faulty)
    before = texts(folder)
    ended = kotowari_in("fmt", "rules")
    assert ended.code == 70
    assert "the layout of rules/other/policy.rules changes its meaning" in ended.err
    assert texts(folder) == before


def test_in_japanese(kotowari_in: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    (folder / "rules/b.rules").write_text(BROKEN, encoding="utf-8")
    assert kotowari_in("fmt", "--check", "rules/a.rules").err == "整形が必要：1件\n"
    assert kotowari_in("fmt", "rules").err.endswith("整形：3件、エラーのため変更なし：1件\n")
    assert kotowari_in("fmt", "rules/a.rules").err == "整形済み：1件\n"
