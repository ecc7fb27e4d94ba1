"""What only a process of its own can show: its streams, its signals, and what it imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import ACME, COMMAND, environment, process

ACME_HERE = environment(KOTOWARI_POLICY=str(ACME))
LINE = b'{"text": "gantt"}\n'
pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and signals as POSIX has them")


def test_the_module_is_the_command() -> None:
    ended = process("check", "ガントチャートを追加してほしい", "-f", "customer.plan=pro")
    assert ended.code == 0
    assert ended.out.startswith("DECLINE")
    assert "いたしかねます" in ended.out
    assert "\x1b" not in ended.out


def test_help_imports_nothing_that_is_slow() -> None:
    code = "import sys; from kotowari_cli.main import run; run(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment())
    imported = ended.stderr.decode()
    assert "'click'" in imported
    for name in ("rich", "lark", "jsonschema", "yaml", "kotowari"):
        assert f"'{name}'" not in imported


def test_a_decision_for_machines_needs_no_rich_and_no_jsonschema() -> None:
    code = (
        "import sys; from kotowari_cli.main import run;"
        "run(['check', 'gantt', '--format', 'json']); print(sorted(sys.modules), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=ACME_HERE)
    assert json.loads(ended.stdout)["verdict"] is None
    for name in ("rich", "jsonschema"):
        assert f"'{name}'" not in ended.stderr.decode()


def test_a_decision_that_goes_well_imports_no_sentences_about_what_went_wrong() -> None:
    code = (
        "import sys; from kotowari_cli.main import run;"
        "run(['check', 'gantt']); print(sorted(sys.modules), file=sys.stderr)"
    )
    japanese = {**ACME_HERE, "LC_ALL": "ja_JP.UTF-8"}
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=japanese)
    assert "次に確認すること" in ended.stdout.decode()
    said = ("kotowari.diagnostics.japanese", "kotowari.diagnostics.telling", "kotowari_cli.japanese")
    for name in (*said, "kotowari_cli.help_japanese", "kotowari_cli.japanese_help"):
        assert f"'{name}'" not in ended.stderr.decode()


@pytest.mark.parametrize("arguments", [("show",), ("schema",), ("--help",)])
def test_a_reader_who_leaves_ends_it_quietly(arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run(
            [*COMMAND, *arguments], stdout=writing, stderr=subprocess.PIPE, check=False, env=ACME_HERE
        )
    finally:
        os.close(writing)
    assert ended.returncode == 141
    assert ended.stderr == b""


def test_a_closed_output_is_told() -> None:
    ended = subprocess.run(
        ["/bin/sh", "-c", '"$@" >&-', "sh", *COMMAND, "--help"], capture_output=True, check=False, env=environment()
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith(b"error: standard output is closed")


def test_a_closed_input_is_told() -> None:
    ended = subprocess.run(
        ["/bin/sh", "-c", '"$@" <&-', "sh", *COMMAND, "check", "--file", "-"],
        capture_output=True,
        check=False,
        env=ACME_HERE,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith(b"error: standard input is closed")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [("show",), ("batch",), ("--help",)])
def test_a_full_disk_is_told(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, *arguments], input=LINE, stdout=full, stderr=subprocess.PIPE, check=False, env=ACME_HERE
        )
    assert ended.returncode == 2
    assert ended.stderr.startswith(b"error: No space left on device")
    assert b"Traceback" not in ended.stderr


def test_each_answer_goes_out_before_the_next_request_comes() -> None:
    with subprocess.Popen([*COMMAND, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ACME_HERE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for number in range(3):
            running.stdin.write(json.dumps({"id": number, "text": "gantt"}).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
        assert running.wait() == 0


def test_an_interrupt_ends_it_quietly_and_leaves_no_half_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    arguments = [*COMMAND, "batch", "-o", str(out)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=ACME_HERE) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        # More than a pipe holds: when this is written, the command is at work.
        running.stdin.write((b'{"text": "' + b"a" * 40_000 + b'"}\n') * 5)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        assert running.wait() == 130
        assert running.stderr.read() == b""
    assert list(tmp_path.iterdir()) == []


def test_an_encoding_without_our_signs_is_no_reason_to_stop() -> None:
    text = "ガントチャート"
    latin = process(
        "check", "--file", "-", stdin=text.encode(), env={**ACME_HERE, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    )
    assert latin.code == 0
    assert "\nWhy\n" not in latin.err
    assert "-> " in latin.out
    assert "?" in latin.out


def test_json_is_utf_8_whatever_the_terminal_is() -> None:
    env = {**ACME_HERE, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    ended = process("check", "--file", "-", "--format", "json", stdin="弁護士".encode(), env=env)
    assert json.loads(ended.out)["request"]["text"] == "弁護士"
