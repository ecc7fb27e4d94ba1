"""`--help` of every command, in the language of the person."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

import click
import pytest
from tests.cli.conftest import COMMAND, Golden, Run, environment

import kotowari_cli
from kotowari.diagnostics.display import columns
from kotowari_cli.japanese import SENTENCES
from kotowari_cli.japanese_help import TEXTS, WORDS
from kotowari_cli.main import COMMANDS, Context, cli

_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
_QUOTED = re.compile(r"`([^`]*)`|(\$\w+)")
_CODES = re.compile(r"(?<![\w:.<=/*-])\d+(?![\w:-])")
# What click says itself.
_CLICK = {"Options", "Commands", "Show this message and exit."}
_CLICK_WORDS = {"OPTIONS", "COMMAND", "ARGS"}


@pytest.fixture
def japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")


def everything() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that name it, the main one first."""
    yield (), cli
    for name in COMMANDS:
        command: click.Command = import_module(f"kotowari_cli.{name.replace('-', '_')}").command
        yield (name,), command
        if isinstance(command, click.Group):
            yield from (((name, each), member) for each, member in command.commands.items())


ALL = dict(everything())
NAMES = list(ALL)


def texts(command: click.Command) -> Iterator[str]:
    """What a command says of itself and of its options, in the pieces in which it is translated."""
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        if not paragraph.startswith("\b\n"):
            yield " ".join(paragraph.split("\n"))
    for option in options(command):
        assert option.help, f"{command.name} {option.opts}"
        yield option.help


def examples(command: click.Command) -> Iterator[str]:
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        if paragraph.startswith("\b\n"):
            yield from paragraph.split("\n")[1:]


def comment(line: str) -> str:
    """What stands behind an example; the example itself where nothing does."""
    return re.split(r" {2,}", line, maxsplit=1)[-1]


def options(command: click.Command) -> list[click.Option]:
    return [parameter for parameter in command.params if isinstance(parameter, click.Option)]


def context_of(command: click.Command, width: int = 78) -> Context:
    # The commands remember the names of their option for help from the first context that asks.
    name = f"kotowari {command.name}"
    return Context(command, info_name=name, terminal_width=width, help_option_names=["-h", "--help"])


def placeholders(command: click.Command) -> set[str]:
    context = context_of(command)
    records = [option.get_help_record(context) for option in options(command)]
    shown = [*(record[0] for record in records if record), *command.collect_usage_pieces(context)]
    return set(re.findall("[A-Z]{2,}", " ".join(shown)))


def in_lists() -> set[str]:
    """What lists of commands say: the main one from its table, others from the commands."""
    members = {short.short_help or "" for names, short in ALL.items() if len(names) > 1}
    return set(COMMANDS.values()) | members


# --- the catalogue ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("names", NAMES, ids=" ".join)
def test_all_that_a_command_says_has_its_japanese(names: tuple[str, ...]) -> None:
    assert [text for text in texts(ALL[names]) if text not in TEXTS] == []
    assert placeholders(ALL[names]) - WORDS.keys() == set()


def test_what_lists_of_commands_say_has_its_japanese() -> None:
    assert in_lists() - TEXTS.keys() == set()


@pytest.mark.parametrize("names", NAMES, ids=" ".join)
def test_examples_with_words_of_english_have_their_japanese(names: tuple[str, ...]) -> None:
    spoken = [line for line in examples(ALL[names]) if comment(line) != line or '"' in line]
    assert [line for line in spoken if comment(line) not in TEXTS] == []


def test_nothing_is_translated_that_nobody_says() -> None:
    said = {text for command in ALL.values() for text in (*texts(command), *map(comment, examples(command)))}
    assert TEXTS.keys() - said - in_lists() - _CLICK == set()
    assert WORDS.keys() - {word for command in ALL.values() for word in placeholders(command)} - _CLICK_WORDS == set()


def test_nothing_is_translated_twice() -> None:
    tree = ast.parse((Path(kotowari_cli.__file__).parent / "japanese_help.py").read_text(encoding="utf-8"))
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    keys = [ast.literal_eval(key) for table in tables for key in table.keys if key is not None]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("english", TEXTS)
def test_a_translation_names_the_same_options_and_is_japanese(english: str) -> None:
    japanese = TEXTS[english]
    assert _JAPANESE.search(japanese)
    assert set(_OPTION.findall(japanese)) == set(_OPTION.findall(english))


@pytest.mark.parametrize("english", [english for english in TEXTS if "exit" in english.lower()])
def test_exit_codes_are_the_same(english: str) -> None:
    assert set(_CODES.findall(english)) <= {*re.findall(r"\d+", TEXTS[english])}


def test_what_goes_wrong_is_told_in_the_words_of_the_help() -> None:
    placed = WORDS.keys() - {"PATH"}  # that is also the variable of the environment
    assert [told for told in SENTENCES.values() if placed & set(re.findall("[A-Z]{2,}", told))] == []


@pytest.mark.usefixtures("japanese")
def test_what_is_missing_is_told_in_the_words_of_the_help(kotowari_in: Run) -> None:
    assert "`旧方針` が指定されていません" in kotowari_in("diff").err
    assert "`ファイル|-` が指定されていません" in kotowari_in("reply", "check").err


# --- what is shown ----------------------------------------------------------------------------------------------------


def helped(kotowari_in: Run, *names: str) -> str:
    ended = kotowari_in(*names, "--help")
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def lines_at(width: int, names: tuple[str, ...]) -> list[str]:
    """The lines of help on a terminal of this width."""
    return ALL[names].get_help(context_of(ALL[names], width - 2)).splitlines()


@pytest.mark.parametrize("width", [52, 80])
@pytest.mark.parametrize("names", NAMES, ids=" ".join)
def test_every_line_fits(monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], width: int) -> None:
    examples_in_english = {line for line in lines_at(width, names) if " kotowari " in line}
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    lines = [line for line in lines_at(width, names) if line not in examples_in_english]
    assert [line for line in lines if columns(line) > width and not (width < 80 and " kotowari " in line)] == []
    assert [line for line in lines if line.endswith(" ")] == []


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize("names", NAMES, ids=" ".join)
def test_no_prose_is_english(kotowari_in: Run, names: tuple[str, ...]) -> None:
    usage, *lines = helped(kotowari_in, *names).splitlines()
    assert usage.startswith(f"使い方: {' '.join(('kotowari', *names))} ")
    prose = [line for line in lines if " kotowari " not in line]
    assert [line for line in prose if re.search(r"(?<![-\w])[a-z]{2,} [a-z]{2,}\b", line)] == []
    assert any(line.endswith("この説明を表示します") for line in prose)


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize("names", NAMES, ids=" ".join)
def test_every_option_is_shown(kotowari_in: Run, names: tuple[str, ...]) -> None:
    out = helped(kotowari_in, *names)
    written = set(_OPTION.findall(out))
    assert {name for option in options(ALL[names]) for name in (*option.opts, *option.secondary_opts)} <= written


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("names", [(), ("check",), ("test",), ("reply", "check")], ids=" ".join)
def test_help_reads_so(
    kotowari_in: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    golden(".".join(("help", *names, language)), helped(kotowari_in, *names))


@pytest.mark.usefixtures("japanese")
def test_defaults_and_ranges_are_said_in_japanese(kotowari_in: Run) -> None:
    assert "（既定値：starter）" in helped(kotowari_in, "init")
    assert "（1〜64）" in helped(kotowari_in, "batch")
    assert "（0以上）" in helped(kotowari_in, "diff")


@pytest.mark.parametrize(("locale", "first"), [("ja_JP.UTF-8", "使い方: "), ("en_US.UTF-8", "Usage: ")])
@pytest.mark.skipif(os.name != "posix", reason="locales as POSIX has them")
def test_help_imports_its_catalogue_where_it_is_shown_and_no_engine(locale: str, first: str) -> None:
    code = (
        "import sys; from kotowari_cli.main import run; run(['--help']); print(*sorted(sys.modules), file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=environment(LC_ALL=locale)
    )
    assert ended.stdout.decode().startswith(first)
    imported = set(ended.stderr.decode().split())
    assert ("kotowari_cli.japanese_help" in imported) == (first == "使い方: ")
    assert imported.isdisjoint(
        {"rich", "lark", "jsonschema", "yaml", "kotowari.engine", "kotowari.model", "kotowari.api"}
    )


def test_a_terminal_without_japanese_is_no_reason_to_stop() -> None:
    env = environment(LC_ALL="ja_JP.UTF-8", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    ended = subprocess.run([*COMMAND, "--help"], capture_output=True, check=False, env=env)
    assert ended.returncode == 0
    assert b"--help" in ended.stdout
