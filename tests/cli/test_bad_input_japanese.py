"""What people who speak Japanese are told of wrong input: nothing of it in English, but for the formats of machines."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import click
import pytest
import yaml
from tests.cli.conftest import Golden, Run
from tests.cli.test_bad_input import BAD_OPTIONS, DOCUMENTS

from kotowari.diagnostics.telling import in_language
from kotowari.requests import DocumentError, parse_json
from kotowari.requests.yaml_document import LOADER, parse
from kotowari_cli.japanese import SENTENCES
from kotowari_cli.system import reason
from kotowari_cli.usage_japanese import in_japanese

_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_QUOTED = re.compile(r"`[^`]*`")
_PROSE = re.compile(r"\b[A-Za-z]+ [a-z]+ [a-z]+\b")
# One request that can be decided, one that cannot, and a line that is no JSON.
_LINES = b'{"text": "gantt"}\n{"id": 7, "text": 3}\n{"text": \n'
_POLICY = """\
policy 紙の店 ja 「紙の店」
  edition 1
  languages ja
  zone "Asia/Tokyo"
  otherwise escalate to 窓口 because 誠実
  unanswered escalate to 窓口 because 誠実
value 誠実 ja 「ご注文を一つずつ大切にしております。」
team 窓口 ja 「窓口」 answers within 1 day
fact 顧客.プラン is one of 無料, 有料
fact 顧客.人数 is whole number from 1
topic 割引 ja 「割引」
  words ja 「割引」
usual script escalate
  ja
    thanks 「ご連絡をいただき、誠にありがとうございます。」
    answer 「{by}までに、{team}よりご返信いたします。」
rule 大人数 about 割引
  when 顧客.人数 at least 50
  escalate to 窓口 because 誠実
table 表 about 割引
  every row
  | 顧客.プラン | outcome                           |
  | 無料        | escalate to 窓口 because 誠実     |
"""
_FILES = {
    "shop/policy.rules": _POLICY.encode(),
    "broken/policy.rules": _POLICY.replace("because 誠実\nvalue", "because 正直\nvalue").encode(),
    "cases/shop/policy.rules": _POLICY.encode(),
    "cases/shop/cases/a.yaml": "cases:\n  - name: 人数\n    expect: {verdict: 承諾}\n".encode(),
    "utf16.txt": "割引".encode("utf-16"),
    "book.xlsx": b"PK\x03\x04aaaa",
    "text.json": b'{"text": 3}',
    "key.json": b'{"facst": {}}',
    "cut.json": b'{"text": ',
    "colon.yaml": b"text: a: b\n",
    "list.yaml": b"a: [1, 2\nb: 3\n",
    "lines.jsonl": _LINES,
    "approved.yaml": "approved:\n  - {change: accept:decline, rule: 大人数}\n".encode(),
    "only.rules": b"# nothing\n",
}
# What people get wrong, in the order of what they do.
_COMMANDS = """\
kotowari chek
kotowari check 割引 返金
kotowari check 割引 --fromat json
kotowari check 割引 --format yaml
kotowari check --policy
kotowari batch -j 100
kotowari diff
kotowari reply
kotowari lint
kotowari check 割引 --policy nowhere
kotowari check 割引 --policy text.json
kotowari check 割引 --policy starter
kotowari check 割引 --policy broken
kotowari check --file nowhere.txt --policy shop
kotowari check --file shop --policy shop
kotowari check --file utf16.txt --policy shop
kotowari check --file book.xlsx --policy shop
kotowari check --request text.json --policy shop
kotowari check --request key.json --policy shop
kotowari check --request cut.json --policy shop
kotowari check --request colon.yaml --policy shop
kotowari check --request list.yaml --policy shop
kotowari check 割引 -f 人数 --policy shop
kotowari check 割引 -f 人数=三百人以上 --policy shop
kotowari check 割引 -f プラン=有償 --policy shop
kotowari check 割引 -f 名前=山田 --policy shop
kotowari check 割引 -t 割り --policy shop
kotowari check 割引 -t 割引=たぶん --policy shop
kotowari check 割引 --now 2026-04-01 --policy shop
kotowari check 割引 --language fr --policy shop
kotowari check 割引 --reply text --why --policy shop
kotowari check 割引 --why-not 表 --policy shop
kotowari check 割引 --why-not 無理 --policy shop
kotowari batch lines.jsonl --policy shop -o answers.jsonl
kotowari topics --policy shop
kotowari topics 割引 --topic 割り --policy shop
kotowari show なにか --policy shop
kotowari explain dead-rul
kotowari reply check nowhere.txt
kotowari reply check lines.jsonl --policy shop
kotowari what-if 割引 --policy shop
kotowari what-if 割引 --without なし --policy shop
kotowari what-if --requests lines.jsonl --without 大人数 --policy shop
kotowari diff nowhere shop
kotowari diff shop shop --fail-on accept:maybe
kotowari diff shop shop --approve approved.yaml
kotowari test shop
kotowari test shop --rule なし
kotowari test shop --fail-under 80
kotowari test cases/shop
kotowari test --from lines.jsonl
kotowari init shop
kotowari init new --pack stater
kotowari fmt nowhere.rules
kotowari fmt - only.rules
kotowari schema nowhere
"""


@pytest.fixture(autouse=True)
def in_japan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")


def assert_japanese(told: str) -> None:
    """That every paragraph of what is told is Japanese, names and what was given aside."""
    assert _JAPANESE.search(told), told
    assert _PROSE.search(_QUOTED.sub("", told)) is None, told


def test_what_people_read(kotowari_in: Run, golden: Golden, tmp_path: Path) -> None:
    for name, content in _FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    told: list[str] = []
    for command in _COMMANDS.splitlines():
        ended = kotowari_in(*command.split()[1:])
        assert ended.code in (1, 2), command
        told += [f"$ {command}", ended.err]
    golden("bad-input.ja", "\n".join(told).replace(str(tmp_path), "…"))


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize("options", [options for options, _, _ in BAD_OPTIONS], ids=lambda value: " ".join(value)[:30])
def test_a_wrong_option_is_told(kotowari_in: Run, options: tuple[str, ...]) -> None:
    ended = kotowari_in("check", "gantt", *options)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("エラー: ")
    assert_japanese(ended.err)


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize("document", [document for document, _ in DOCUMENTS], ids=lambda value: str(value)[:30])
def test_a_document_that_is_no_request_is_told(kotowari_in: Run, tmp_path: Path, document: bytes) -> None:
    (tmp_path / "request").write_bytes(document)
    assert_japanese(kotowari_in("check", "--request", "request").err)


JSON = (
    b"",
    b'{"a" 1}',
    b'{"a": 1,}',
    b"{a: 1}",
    b'"a',
    b'"\\x"',
    b'"\\u12"',
    b'"\n"',
    b"[1 2]",
    b"[1,]",
    b"1 2",
    b"NaN",
)


@pytest.mark.parametrize("document", JSON, ids=str)
def test_all_that_a_reader_of_json_says_is_said_in_japanese(document: bytes) -> None:
    with pytest.raises(DocumentError) as raised:
        parse_json(document)
    assert_japanese(in_language(raised.value.sentence, "ja"))
    assert not _JAPANESE.search(str(raised.value))


YAML = (
    *(b"a: b: c", b"[1, 2", b"{a: 1", b"- a\nb: 1", b"a: 1\n- b", b"a:\n  - b\n c: d", b'"a', b'"\\q"', b"\tx: 1"),
    *(
        b"@a",
        b"%YAML 1.1\n---\na",
        b"a: &b c",
        b"a: *b",
        b"!x a",
        b"? [a]\n: b",
        b"a\n---\nb",
        b"a: 1\na: 2",
        b"a: .inf",
    ),
    *(b"a: |\n  x\n y", b"\x01", b"a: 1e9999999", b"1: 2", b"a: 'b\n---\n'", b"[a]: b"),
)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, LOADER], ids=lambda one: one.__name__)
@pytest.mark.parametrize("document", YAML, ids=str)
def test_what_a_reader_of_yaml_says_is_said_in_japanese(
    document: bytes, loader: type[yaml.SafeLoader | yaml.CSafeLoader]
) -> None:
    with pytest.raises(DocumentError) as raised:
        parse(document.decode(), loader)
    assert_japanese(in_language(raised.value.sentence, "ja"))
    assert not _JAPANESE.search(str(raised.value))


def test_answers_for_machines_are_the_same_in_every_language(
    kotowari_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in _FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    commands = (
        ("batch", "lines.jsonl", "--policy", "shop", "-j", "1"),
        ("what-if", "--requests", "lines.jsonl", "--without", "大人数", "--policy", "shop", "--format", "json"),
        ("lint", "broken", "--format", "json"),
        ("lint", "broken", "--format", "sarif"),
        ("lint", "shop", "--format", "json"),
    )
    japanese = [kotowari_in(*command).out for command in commands]
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    english = [kotowari_in(*command).out for command in commands]
    assert [without_moment(out) for out in japanese] == [without_moment(out) for out in english]
    assert "a number stands where a text belongs" in english[0]


def without_moment(out: str) -> str:
    """The output without the moments of the run."""
    return re.sub(r"\d{4}-\d\d-\d\dT[0-9:.]+(?:Z|\+\d\d:\d\d)|\d{4}年[^」\"]{0,20}分?|within [^\"]*", "…", out)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (click.NoSuchOption("--fro", possibilities=["--from", "--for"]), "`--for`、`--from` のことですか"),
        (click.BadOptionUsage("--ask", "Option '--ask' does not take a value."), "`--ask` に値は付けられません"),
        (click.BadOptionUsage("-t", "Option '-t' requires an argument."), "`-t` に値がありません"),
        (click.UsageError("Got unexpected extra arguments (a b)"), "`a b`"),
        (click.UsageError("Missing command."), "サブコマンドが指定されていません"),
        (click.ClickException("something new"), "something new"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_errors_of_click(error: click.ClickException, told: str) -> None:
    assert told in in_japanese(error)


@pytest.mark.parametrize("name", ["EACCES", "ENOSPC", "ENOTDIR", "ENAMETOOLONG"])
def test_what_the_system_says_is_said_in_japanese(name: str) -> None:
    number: int = getattr(errno, name)
    told = reason(OSError(number, os.strerror(number)))
    assert told == os.strerror(number)
    assert_japanese(in_language(told, "ja", SENTENCES))


def test_what_only_this_system_says_stays_as_it_is() -> None:
    assert reason(OSError(errno.EACCES, "Zugriff verweigert")) == "Zugriff verweigert"
    assert reason(OSError("no number")) == "no number"
    assert reason(ValueError("embedded null byte")) == "embedded null byte"


def test_a_fault_of_ours_is_told(kotowari_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str | None, **_more: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("kotowari_cli.locate.locate", broken)
    ended = kotowari_in("show")
    assert ended.code == 70
    assert ended.err.startswith("エラー: kotowari の不具合です。使い方の誤りではありません：RuntimeError: a bug")
    assert "KOTOWARI_DEBUG=1" in ended.err


def test_what_can_be_done_with_a_new_policy(kotowari_in: Run) -> None:
    ended = kotowari_in("init", "mine")
    assert ended.out.startswith("付属の方針 `starter` を `mine` に写しました。次にできること：\n")
    assert_japanese(re.sub("^  kotowari .*", "", ended.out, flags=re.MULTILINE))
