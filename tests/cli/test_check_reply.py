"""`kotowari check --reply` and `--copy`: the reply alone, in the format of where it goes, or on the clipboard."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from tests.cli.conftest import Ended, Golden, Run, environment, process

import kotowari

NOW = ("--now", "2026-11-22T09:00:00Z", "--policy", str(kotowari.packs() / "starter"))
ENGLISH = ("Please add a chat, and there is a bug in the calendar.", "-f", "customer.name=<b>Ann</b> & *Co*")
JAPANESE = ("チャットを追加してください。あと、カレンダーに不具合があります。", "-f", "customer.name=<b>安</b> & *Co*")
OPEN = ("Could we get a discount?",)


# --- the formats ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json"])
def test_the_reply_alone(kotowari_in: Run, golden: Golden, format_: str, language: str) -> None:
    request = {"en": ENGLISH, "ja": JAPANESE}[language]
    ended = kotowari_in("check", *request, *NOW, "--reply", format_)
    assert (ended.code, ended.err) == (0, "")
    golden(f"reply.{format_}.{language}", ended.out)


def test_json_is_the_reply_and_the_notes_of_the_decision(kotowari_in: Run) -> None:
    whole = json.loads(kotowari_in("check", *ENGLISH, *NOW, "--format", "json").out)
    alone = json.loads(kotowari_in("check", *ENGLISH, *NOW, "--reply", "json").out)
    assert alone == {name: whole[name] for name in ("verdict", "reply", "handovers")}


def test_json_names_the_request_that_it_is_about(kotowari_in: Run) -> None:
    request = json.dumps({"id": "T-7", "text": "Please add a chat"})
    ended = kotowari_in("check", "--request", "-", *NOW, "--reply", "json", stdin=request)
    assert json.loads(ended.out)["id"] == "T-7"


def test_the_exit_code_can_still_be_the_verdict(kotowari_in: Run) -> None:
    assert kotowari_in("check", "Please add a chat", *NOW, "--reply", "text", "--exit-code").code == 10


def test_nothing_that_a_terminal_would_obey_is_printed(kotowari_in: Run) -> None:
    request = json.dumps({"text": "Please add a chat", "facts": {"customer": {"name": "A\x1b[2J\nB\u202e"}}})
    for format_ in ("text", "markdown", "html", "json"):
        out = kotowari_in("check", "--request", "-", *NOW, "--reply", format_, stdin=request).out
        assert "\x1b" not in out
        assert "\u202e" not in out


# --- where there is no reply ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_no_reply_is_an_error_that_says_what_it_waits_for(kotowari_in: Run, format_: str) -> None:
    ended = kotowari_in("check", *OPEN, *NOW, "--reply", format_)
    assert (ended.code, ended.out) == (2, "")
    assert "there is no reply yet" in ended.err
    assert "`customer.kind`" in ended.err


def test_json_says_by_null_that_there_is_no_reply(kotowari_in: Run) -> None:
    ended = kotowari_in("check", *OPEN, *NOW, "--reply", "json")
    assert ended.code == 0
    assert json.loads(ended.out) == {"verdict": None, "reply": None, "handovers": []}


def test_it_is_said_in_japanese(kotowari_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert "返信はまだありません" in kotowari_in("check", *OPEN, *NOW, "--reply", "text").err


@pytest.mark.parametrize("more", [("--format", "json"), ("--why",)])
def test_options_that_contradict_it_are_refused(kotowari_in: Run, more: tuple[str, ...]) -> None:
    ended = kotowari_in("check", *ENGLISH, *NOW, "--reply", "text", *more)
    assert (ended.code, ended.out) == (2, "")
    assert more[0] in ended.err


def test_an_unknown_format_is_refused(kotowari_in: Run) -> None:
    ended = kotowari_in("check", *ENGLISH, *NOW, "--reply", "rtf")
    assert ended.code == 2
    assert "markdown" in ended.err


# --- the clipboard ----------------------------------------------------------------------------------------------------


def program(folder: Path, name: str, body: str) -> None:
    """A program for the clipboard, on the PATH of the run."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def copying(folder: Path, *more: str, **variables: str) -> Ended:
    """A run that copies, where only the programs of this folder and those of the system's own are there."""
    env = environment(**{"PATH": f"{folder}{os.pathsep}/nowhere", "DISPLAY": ":9", **variables})
    return process("check", "Please add a chat", *NOW, "--copy", *more, env=env)


@pytest.mark.parametrize("name", ["pbcopy", "xclip", "xsel", "termux-clipboard-set"])
def test_the_reply_goes_to_the_program_that_is_there(tmp_path: Path, name: str) -> None:
    program(tmp_path / "bin", name, f'/bin/cat > "{tmp_path}/copied"; echo "$@" > "{tmp_path}/options"')
    ended = copying(tmp_path / "bin", "--reply", "text")
    assert ended.code == 0
    assert (tmp_path / "copied").read_text(encoding="utf-8") + "\n" == ended.out
    assert "the reply is on the clipboard" in ended.err
    wanted = {"xclip": "-selection clipboard", "xsel": "--clipboard --input"}.get(name, "")
    assert (tmp_path / "options").read_text(encoding="utf-8").strip() == wanted


def test_without_a_format_the_decision_is_shown_and_the_text_is_copied(tmp_path: Path) -> None:
    program(tmp_path / "bin", "pbcopy", f'/bin/cat > "{tmp_path}/copied"')
    ended = copying(tmp_path / "bin")
    assert ended.out.startswith("DECLINE")
    assert (tmp_path / "copied").read_text(encoding="utf-8").startswith("Hello there, thank you")


def test_windows_takes_utf_16(tmp_path: Path) -> None:
    program(tmp_path / "bin", "clip.exe", f'/bin/cat > "{tmp_path}/copied"')
    assert copying(tmp_path / "bin", "--language", "ja").code == 0
    assert (tmp_path / "copied").read_bytes().decode("utf-16-le").startswith("お客様")


def test_a_program_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    program(tmp_path / "bin", "xclip", 'echo "Error: Cannot open display" >&2; exit 1')
    ended = copying(tmp_path / "bin", "--reply", "text")
    assert ended.code == 2
    assert ended.out.startswith("Hello")  # what was asked for is printed all the same
    assert "`xclip` failed, so nothing was copied" in ended.err
    assert "Cannot open display" in ended.err


@pytest.mark.parametrize("variables", [{}, {"DISPLAY": ""}])
def test_where_there_is_no_clipboard_it_says_what_is_missing(tmp_path: Path, variables: dict[str, str]) -> None:
    if variables:  # without a screen the programs of X11 cannot work, so they are not tried
        program(tmp_path / "bin", "xclip", f'/bin/cat > "{tmp_path}/copied"')
    ended = copying(tmp_path / "bin", "--reply", "text", **variables)
    assert ended.code == 2
    assert "there is no clipboard here, so nothing was copied" in ended.err
    assert "xclip" in ended.err
    assert not (tmp_path / "copied").exists()


def test_a_program_that_is_none_is_told(tmp_path: Path) -> None:
    program(tmp_path / "bin", "pbcopy", "")
    (tmp_path / "bin" / "pbcopy").write_bytes(b"\x7fELF no program")
    ended = copying(tmp_path / "bin", "--reply", "text")
    assert ended.code == 2
    assert "`pbcopy` cannot be run, so nothing was copied" in ended.err


def test_where_there_is_no_reply_nothing_is_copied(tmp_path: Path) -> None:
    program(tmp_path / "bin", "pbcopy", f'/bin/cat > "{tmp_path}/copied"')
    env = environment(PATH=str(tmp_path / "bin"))
    ended = process("check", *OPEN, *NOW, "--copy", env=env)
    assert ended.code == 2
    assert not (tmp_path / "copied").exists()
