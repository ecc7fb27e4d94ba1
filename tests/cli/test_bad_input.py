from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run

import kotowari

BAD_OPTIONS: list[tuple[tuple[str, ...], str, str]] = [
    (("-f", "customer.plam=pro"), "`customer.plam` is not a fact of this policy", "did you mean `customer.plan`?"),
    (("-f", "plan=prp"), "`prp`", "did you mean `pro`?"),
    (("-f", "plan"), "`-f plan` gives no value", "write `-f plan=VALUE`"),
    (("-f", "=pro"), "`-f =pro` names no fact", "write `-f FACT=VALUE`"),
    (("-f", "name=Sato"), "`name` may be `customer.name` or `order.name`", "write it in full"),
    (("-f", "seats=many"), "`many`", "a whole number from 1"),
    (("-f", "seats=none"), "`none`", "a whole number from 1"),
    (("-f", "seats=0"), "`0`", "a whole number from 1"),
    (("-f", "revenue=90"), "`90`", "`90 USD`"),
    (("-f", "revenue=90 EUR"), "`90 EUR`", "USD"),
    (("-f", "renewal=2026-02-30"), "`2026-02-30`", "`2026-04-01`"),
    (("-f", "plan=pro", "-f", "customer.plan=free"), "`customer.plan` is given twice", "give it once"),
    (("-f", "request.text=x"), "`request.text` is given in another way", "TEXT"),
    (("-t", "gant"), "`gant` is not a topic of this policy", "did you mean `gantt`?"),
    (("-t", "gantt=perhaps"), "does not say how the request meets the topic", "`-t gantt=mentions`"),
    (("-t", "gantt", "-t", "gantt=no"), "the topic `gantt` is given twice", "give it once"),
    (("--unavailable", "sats"), "`sats` is not a fact of this policy", "did you mean `customer.seats`?"),
    (("--unavailable", "seats", "-f", "seats=3"), "is both given and unavailable", "say one of them"),
    (("--now", "tomorrow"), "`tomorrow` is not a time", "with its offset"),
    (("--now", "2026-04-01"), "is a day, not a time", "with its offset"),
    (("--language", "fr"), "`fr`", "en, ja"),
    (("--file", "text.txt"), "the text is given twice", "give one of them"),
    (("--format", "xml"), "'xml' is not one of", "`kotowari check --help`"),
    (("--frobnicate",), "no such option", "`kotowari check --help`"),
    (("add", "Gantt", "charts"), "unexpected extra argument", "in quotes"),
    (("-f", "customer.name=\udcff"), "an argument is not UTF-8", "--file"),
]


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize(("options", "wrong", "advice"), BAD_OPTIONS, ids=lambda value: " ".join(value)[:30])
def test_a_wrong_option_is_told_with_what_to_do(
    kotowari_in: Run, options: tuple[str, ...], wrong: str, advice: str
) -> None:
    ended = kotowari_in("check", "gantt", *options)
    told = " ".join(ended.err.split())
    assert (ended.code, ended.out) == (2, "")
    assert told.startswith("error: ")
    assert wrong in told
    assert advice in told
    assert "Traceback" not in told


DOCUMENTS: list[tuple[bytes, str]] = [
    (b'{"text": "x"', "line 1, column 13: this is not JSON"),
    (b"[1]", "a list stands where an object belongs"),
    (b'{"text": 3}', "`text`: a number stands where a text belongs"),
    (b'{"facts": {"customer": {"plam": "pro"}}}', "`customer.plam` is not a fact of this policy"),
    (b'{"facts": {"customer": {"seats": "many"}}}', "`facts.customer.seats`"),
    (b'{"fcts": {}}', "did you mean `facts`?"),
    (b'{"text": "a", "text": "b"}', "stands twice in one object"),
    (b"[" * 100_000, "nested more than 64 levels deep"),
    (b'{"facts": {"customer": {"seats": 1e999999999}}}', "no number that can be used here"),
    (b"text: *a", "is not taken"),
    (b"caf\xe9", "not UTF-8: byte 3 (from 0) is 0xe9"),
    (b"\xff\xfe{\0}\0", "UTF-16"),
    (b"", "`request` is empty"),
]


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize(("document", "wrong"), DOCUMENTS, ids=lambda value: str(value)[:30])
def test_a_document_that_is_no_request_is_told(kotowari_in: Run, tmp_path: Path, document: bytes, wrong: str) -> None:
    (tmp_path / "request").write_bytes(document)
    ended = kotowari_in("check", "--request", "request")
    assert (ended.code, ended.out) == (2, "")
    assert wrong in " ".join(ended.err.split())


@pytest.mark.usefixtures("acme")
def test_files_that_cannot_be_read(kotowari_in: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for option in ("--file", "--request"):
        assert "there is no file `nowhere`" in kotowari_in("check", option, "nowhere").err
        assert "`folder` is a folder, not a file" in kotowari_in("check", option, "folder").err
    assert "standard input cannot be both" in kotowari_in("check", "--file", "-", "--request", "-").err


@pytest.mark.usefixtures("acme")
def test_a_text_of_ten_megabytes_is_decided(kotowari_in: Run, tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"a" * 10_000_000 + b" gantt")
    ended = kotowari_in(
        "check", "--file", "text", "--format", "json", "--no-request", "-f", "seats=1", "-f", "revenue=1 USD"
    )
    assert ended.code == 0
    assert '"verdict": "decline"' in ended.out


@pytest.mark.usefixtures("acme")
def test_a_text_beyond_the_limit_is_refused(kotowari_in: Run, tmp_path: Path) -> None:
    with (tmp_path / "text").open("wb") as file:
        file.truncate(17 * 1024 * 1024)
    ended = kotowari_in("check", "--file", "text")
    assert (ended.code, ended.out) == (2, "")
    assert "`text` is larger than 16 MiB" in ended.err


@pytest.mark.parametrize(
    ("command", "code"),
    [(("check", "x"), 1), (("batch",), 1), (("topics", "x"), 1), (("show",), 1), (("schema",), 1), (("lint",), 1)],
    ids=["check", "batch", "topics", "show", "schema", "lint"],
)
def test_a_policy_that_does_not_compile(
    kotowari_in: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...], code: int
) -> None:
    (tmp_path / "policy.rules").write_text(
        'policy acme en "Acme"\n  edition 1\n  languages en\nrule x\n  when nobody\n'
    )
    monkeypatch.setenv("KOTOWARI_POLICY", str(tmp_path))
    ended = kotowari_in(*command)
    assert ended.code == code
    told = ended.out if command == ("lint",) else ended.err
    assert "error[" in told
    assert "policy.rules:" in told
    assert (ended.err if command == ("lint",) else ended.out) == ""


def test_folders_that_are_no_policy(kotowari_in: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    for command in (("check", "x", "--policy"), ("lint",), ("show", "--policy"), ("schema",)):
        nowhere = kotowari_in(*command, "nowhere")
        assert (nowhere.code, "there is no folder `nowhere`" in nowhere.err) == (2, True)
        file = kotowari_in(*command, "file")
        assert (file.code, "`file` is not a folder" in file.err) == (2, True)
        empty = kotowari_in(*command, "empty")
        assert (empty.code, "holds no rule files" in empty.err + empty.out) == (1, True)
    assert "no policy is named" in kotowari_in("lint").err
    assert "`kotowari init --pack starter`" in " ".join(kotowari_in("lint", "starter").err.split())


def test_a_wrong_command_is_told_with_the_nearest(kotowari_in: Run) -> None:
    ended = kotowari_in("chekc")
    assert (ended.code, ended.out) == (2, "")
    assert "`chekc` is no command; did you mean `check`?" in ended.err


def test_a_fault_of_ours_is_owned_up_to(
    kotowari_in: Run, monkeypatch: pytest.MonkeyPatch, acme: kotowari.Policy
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("off by one\x1b[2J")

    monkeypatch.setattr(type(acme), "decide", broken)
    ended = kotowari_in("check", "x")
    assert (ended.code, ended.out) == (70, "")
    assert "a fault of kotowari, not yours: RuntimeError: off by one?[2J" in ended.err
    assert "KOTOWARI_DEBUG=1" in ended.err
    assert "Traceback" not in ended.err
    monkeypatch.setenv("KOTOWARI_DEBUG", "1")
    assert "Traceback" in kotowari_in("check", "x").err


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize(
    "words",
    [
        ("check", "gantt", "--policy", "x" * 3000),
        ("check", "gantt", "y" * 3000),
        ("check", "gantt", "more words " * 300),
        ("check", "gantt", f"--{'option' * 500}"),
        ("check", "gantt", "-f", f"{'plan' * 800}=pro"),
        ("check", "gantt", "-f", f"plan={'pro ' * 800}"),
        ("show", "名前" * 1500),
        ("show", "--find", "gone with the wind " * 160),
        ("init", "--pack", "pack" * 800),
        ("explain", "code " * 600),
        ("z" * 3000,),
    ],
    ids=lambda words: words[0][:8] + words[-1][:8],
)
def test_what_was_given_is_not_told_at_length(kotowari_in: Run, words: tuple[str, ...]) -> None:
    ended = kotowari_in(*words)
    assert ended.code == 2
    assert len(ended.err) < 600
    assert "…" in ended.err


@pytest.mark.usefixtures("acme")
def test_what_is_not_long_is_told_whole(kotowari_in: Run) -> None:
    name = "a-long-name-of-a-folder/" * 5 + "end"
    assert f"`{name}`" in "".join(kotowari_in("lint", name).err.split())


@pytest.mark.parametrize("words", [("lint", ""), ("test", " "), ("check", "hello", "--policy", ""), ("schema", "")])
def test_a_folder_without_a_name_is_not_taken_for_the_current_one(kotowari_in: Run, words: tuple[str, ...]) -> None:
    assert kotowari_in("init", ".").code == 0
    ended = kotowari_in(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "error: the name of the policy's folder is empty\n  name it; `.` is the current folder\n"


def test_a_group_of_commands_asks_for_one(kotowari_in: Run) -> None:
    ended = kotowari_in("reply")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "error: missing command\n  `kotowari reply --help` shows how it is used\n"


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize("locale", ["en_US.UTF-8", "ja_JP.UTF-8"])
@pytest.mark.parametrize("part", ["a", "a b", "a`b c", "長", "`", "{x} "], ids=str)
def test_what_is_wrong_is_told_briefly_however_much_was_given(
    kotowari_in: Run, monkeypatch: pytest.MonkeyPatch, locale: str, part: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    ended = kotowari_in("check", "x", "-f", f"{part * 20_000}=3")
    assert ended.code == 2
    assert 0 < len(ended.err) < 3_000


def test_commands_that_take_a_folder_say_so_where_a_policy_is_named(kotowari_in: Run) -> None:
    ended = kotowari_in("lint", "--policy", "x")
    assert ended.code == 2
    assert "name the folder of the policy alone: `kotowari lint DIR`" in ended.err
