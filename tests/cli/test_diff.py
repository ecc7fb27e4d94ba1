"""`kotowari diff`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import ACME, Ended, Golden, Run

from kotowari.diagnostics.display import columns
from kotowari.schema import diff_schema

NOW = ("--now", "2026-11-22T09:00:00Z")
EDITS = {
    "at most 10%": "at most 8%",
    "rule legal-threat": "rule lawyers",
    'words en "gantt"\n': 'words en "gantt", "timeline"\n',
    "value trust": "value faith",
    "because trust": "because faith",
    "seats at least 200": "seats at least 150",
    "Our {team} will": "The {team} will",
    "We keep to the listed price.": "The listed price is the price.",
    "  edition 1": "  edition 2",
}
ADDED = """
rule fresh "New ones are welcome" when customer.nonprofit and customer.tags include beta
  accept because faith
  say en answer "Gladly."
  say ja answer 「承知いたしました。」
"""
REQUESTS = [
    {"id": "T-1", "text": "A discount, please", "facts": {"request": {"discount": 9}}},
    {"id": "T-2", "text": "Draw us a timeline", "facts": {"customer": {"seats": 2, "revenue": "90 USD"}}},
    {"id": "T-3", "text": "Good morning"},
    {
        "id": "<!--`|*@all\n## \x1b[2J",
        "text": "Gantt charts",
        "facts": {"customer": {"seats": 170, "revenue": "0 USD"}},
    },
    {"id": 5, "text": "A discount, please", "facts": {"request": {"discount": 50}}},
]
APPROVED = """
approved:
  - {change: accept:decline, rule: no-gantt, because: The board decided it.}
  - {change: decline:escalate, request: T-9, because: It is <b>gone</b>.}
  - {change: any:accept, rule: no-such-rule, because: It was planned once.}
"""


@pytest.fixture(autouse=True)
def folders(tmp_path: Path) -> Path:
    """The policies `old` and `new`, requests, and approvals."""
    text = (ACME / "policy.rules").read_text(encoding="utf-8")
    write(tmp_path / "old" / "policy.rules", text)
    for before, after in EDITS.items():
        assert before in text
        text = text.replace(before, after)
    write(tmp_path / "new" / "policy.rules", text + ADDED)
    write(tmp_path / "requests.jsonl", "".join(f"{json.dumps(request, ensure_ascii=False)}\n" for request in REQUESTS))
    write(tmp_path / "approved.yaml", APPROVED)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text, encoding="utf-8")


def told(ended: Ended, code: int = 0) -> str:
    assert (ended.code, ended.err) == (code, "")
    assert "\x1b" not in ended.out
    return ended.out


ALL = ("diff", "old", "new", *NOW)
RUNS: dict[str, tuple[str, ...]] = {
    "whole": (*ALL, "--requests", "requests.jsonl", "--replies"),
    "gate": (*ALL, "--requests", "requests.jsonl", "--fail-on", "accept:decline,any:escalate", "--approve",
             "approved.yaml"),
    "same": ("diff", "old", "old", *NOW, "--requests", "requests.jsonl"),
}  # fmt: skip
CODES = {"whole": 0, "gate": 1, "same": 0}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", RUNS)
def test_what_is_different(
    kotowari_in: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    out = told(kotowari_in(*RUNS[name]), CODES[name])
    assert all(columns(line) <= 80 for line in out.splitlines())
    golden(f"diff.{name}.{language}", out)
    golden(f"diff.{name}.{language}.md", told(kotowari_in(*RUNS[name], "--format", "markdown"), CODES[name]))


@pytest.mark.parametrize("name", RUNS)
def test_as_data(kotowari_in: Run, name: str) -> None:
    data = json.loads(told(kotowari_in(*RUNS[name], "--format", "json"), CODES[name]))
    jsonschema.validate(data, diff_schema())
    assert data["fails"] is bool(CODES[name])
    assert data["meaning"]["equivalent"] is (name == "same")
    assert bool(data["declarations"]) is (name != "same")


def test_a_witness_is_a_request_that_check_takes(kotowari_in: Run, tmp_path: Path) -> None:
    data = json.loads(told(kotowari_in(*RUNS["whole"], "--format", "json")))
    assert data["meaning"]["changes"]
    for change in data["meaning"]["changes"]:
        write(tmp_path / "request.json", json.dumps(change["request"]))
        for folder, side in (("old", "from"), ("new", "to")):
            ended = kotowari_in("check", "--request", "request.json", "--policy", folder, "--format", "json")
            assert json.loads(ended.out)["verdict"] == change[side]["verdict"]


def test_what_is_approved_does_not_fail_and_what_is_stale_is_told(kotowari_in: Run) -> None:
    data = json.loads(told(kotowari_in(*RUNS["gate"], "--format", "json"), 1))
    approved = [change["from"]["verdict"] for change in data["meaning"]["changes"] if change["approved"]]
    assert approved == ["accept"]
    assert "accept:decline" not in [one["change"] for one in data["failing"]]
    assert [one.get("rule", one.get("request")) for one in data["approvals"]["stale"]] == ["T-9", "no-such-rule"]


def test_a_table_in_markdown_has_as_many_cells_in_every_row(kotowari_in: Run) -> None:
    lines = told(kotowari_in(*RUNS["whole"], "--format", "markdown")).splitlines()
    rows = [line.replace("\\|", "") for line in lines if line.startswith("|")]
    assert {row.count("|") for row in rows} <= {3, 4, 5}
    assert not [line for line in lines if line.startswith("## ")][1:]


def test_without_z3_the_rest_is_shown_and_it_is_said(kotowari_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "z3", None)  # so it is where the extra is not installed
    out = told(kotowari_in(*ALL))
    assert "rule small-discount  changed" in out
    assert "z3 is not installed" in out
    data = json.loads(told(kotowari_in(*ALL, "--format", "json")))
    jsonschema.validate(data, diff_schema())
    assert data["meaning"] is None
    ended = kotowari_in(*ALL, "--fail-on", "accept:decline")
    assert (ended.code, ended.out) == (2, "")
    assert "nothing shows what --fail-on asks for" in " ".join(ended.err.split())
    with_requests = (*ALL, "--fail-on", "any:decline", "--requests", "requests.jsonl")
    assert "must not happen: escalate:decline (1)" in told(kotowari_in(*with_requests), 1)


def test_lines_that_are_no_requests_end_with_2(kotowari_in: Run) -> None:
    ended = kotowari_in(*ALL, "--requests", "-", stdin=b'{"text": "x"}\n[]\n')
    assert ended.code == 2
    assert "1 line could not be decided" in ended.err


def test_a_policy_that_does_not_compile_is_named(kotowari_in: Run, tmp_path: Path) -> None:
    write(tmp_path / "new" / "more.rules", "rule x when")
    ended = kotowari_in(*ALL)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("note: so it is with `new`:\nerror[missing-word]")


BAD: list[tuple[tuple[str, ...], str]] = [
    (("nowhere", "new"), "`nowhere` is not a folder, and `.` lies in no git repository"),
    (("requests.jsonl", "new"), "`requests.jsonl` is not a folder"),
    (("old", "new", "--fail-on", "accept:declin"), "did you mean `accept:decline`?"),
    (("old", "new", "--approve", "nowhere.yaml"), "no file `nowhere.yaml`"),
    (("old", "new", "--approve", "requests.jsonl"), "is no list of approvals"),
    (("old", "new", "--requests", "nowhere.jsonl"), "no file `nowhere.jsonl`"),
    (("old", "new", "--now", "noon"), "is not a time"),
    (("old",), "no policy is named"),
    ((), "missing argument"),
]


@pytest.mark.parametrize(("arguments", "message"), BAD)
def test_wrong_input_is_told(
    kotowari_in: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    if arguments[:1] == ("nowhere",):
        monkeypatch.setenv("KOTOWARI_POLICY", ".")
    ended = kotowari_in("diff", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in " ".join(ended.err.split())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "it needs one key, `approved`"),
        ("approved: 1", "`approved` is a list"),
        ("approved: [1]", "entry 1 is no change"),
        ("approved: [{change: x, rule: a, because: b}]", "`change` names a change"),
        ("approved: [{change: any:open, because: b}]", "name either the `rule`"),
        ("approved: [{change: any:open, rule: a, request: b, because: b}]", "name either the `rule`"),
        ("approved: [{change: any:open, rule: a}]", "`because` says why"),
        ("approved: [{change: any:open, rule: [a], because: b}]", "`rule` is the name of a rule"),
        ("approved: [{change: any:open, request: [a], because: b}]", "`request` is the id"),
        ("approved: [{change: any:open, ruel: a, because: b}]", "no key `ruel`"),
        ("approved: [", "line"),
    ],
)
def test_wrong_approvals_are_told(kotowari_in: Run, tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path / "approved.yaml", text)
    ended = kotowari_in(*ALL, "--approve", "approved.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert message in " ".join(ended.err.split())


# --- revisions --------------------------------------------------------------------------------------------------------


@pytest.fixture
def repository(folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose folder `方針 1` was `old` and is `new`."""
    for name, value in (("NAME", "someone"), ("EMAIL", "someone@example.com")):
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_{name}", value)
    policy = folders / "方針 1" / "あ.rules"
    write(policy, (folders / "old" / "policy.rules").read_text(encoding="utf-8"))
    write(folders / "方針 1" / "other" / "policy.rules", "policy other")
    (folders / "方針 1" / "link.rules").symlink_to("あ.rules")
    git(folders, "init", "-q")
    git(folders, "add", "方針 1")
    git(folders, "commit", "-q", "-m", "one")
    write(policy, (folders / "new" / "policy.rules").read_text(encoding="utf-8"))
    return folders


def git(folder: Path, *words: str) -> str:
    ended = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)  # noqa: S607
    return ended.stdout


@pytest.mark.parametrize("old", ["HEAD", "HEAD:方針 1", "HEAD:方針 1/", "master^{/one}:方針 1"])
def test_a_revision_is_read_and_nothing_is_checked_out(kotowari_in: Run, repository: Path, old: str) -> None:
    git(repository, "branch", "-f", "-m", "master")
    before = git(repository, "status", "--porcelain=v1", "-uno")
    data = json.loads(told(kotowari_in("diff", old, "--policy", "方針 1", "--format", "json", *NOW)))
    folders = json.loads(told(kotowari_in(*ALL, "--format", "json")))
    assert data["meaning"] == folders["meaning"]
    assert [one["name"] for one in data["declarations"]] == [one["name"] for one in folders["declarations"]]
    assert git(repository, "status", "--porcelain=v1", "-uno") == before


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("HEAD~3", "`HEAD~3` is neither a folder nor a git revision"),
        ("HEAD:nowhere", "there is no folder `nowhere` at `HEAD`"),
        ("HEAD:方針 1/あ.rules", "there is no folder"),
        ("HEAD:", "`HEAD:` is no policy"),
        (":方針 1", "`:方針 1` is neither a folder nor a git revision"),
        ("-x", "no such option"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_revision_that_is_not_there(kotowari_in: Run, old: str, message: str) -> None:
    ended = kotowari_in("diff", old, "--policy", "方針 1")
    assert (ended.code, ended.out) == (2, "")
    assert message in " ".join(ended.err.split())


@pytest.mark.usefixtures("repository")
def test_without_git_a_revision_is_explained(kotowari_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    ended = kotowari_in("diff", "HEAD", "--policy", "方針 1")
    assert (ended.code, ended.out) == (2, "")
    assert "without git it can be no revision" in " ".join(ended.err.split())


def test_a_revision_may_not_lead_out_of_its_folder(kotowari_in: Run, repository: Path, tmp_path: Path) -> None:
    """No tree that git made has such a name; one that somebody else made may."""
    blob = git(repository, "hash-object", "-w", "old/policy.rules").strip()
    entry = b"100644 ..\\..\\x.rules\0" + bytes.fromhex(blob) + b"100644 policy.rules\0" + bytes.fromhex(blob)
    tree = subprocess.run(
        ["git", "-C", str(repository), "hash-object", "-t", "tree", "--literally", "-w", "--stdin"],  # noqa: S607
        input=entry, capture_output=True, check=True,
    ).stdout.decode().strip()  # fmt: skip
    outer = b"40000 ..\0" + bytes.fromhex(tree) + b"100644 policy.rules\0" + bytes.fromhex(blob)
    made = subprocess.run(
        ["git", "-C", str(repository), "hash-object", "-t", "tree", "--literally", "-w", "--stdin"],  # noqa: S607
        input=outer, capture_output=True, check=True,
    ).stdout.decode().strip()  # fmt: skip
    commit = git(repository, "commit-tree", made, "-m", "odd").strip()
    data = json.loads(told(kotowari_in("diff", f"{commit}:", "old", "--format", "json", *NOW)))
    assert data["declarations"] == []
    assert not list(tmp_path.parent.glob("*.rules"))


@pytest.mark.parametrize("words", [("", "rules"), ("rules", ""), ("  ", "rules"), ("", "")])
def test_a_policy_without_a_name_is_refused(kotowari_in: Run, tmp_path: Path, words: tuple[str, str]) -> None:
    kotowari_in("init", str(tmp_path / "rules"))
    (tmp_path / "policy.rules").write_text((tmp_path / "rules" / "policy.rules").read_text("utf-8"), encoding="utf-8")
    ended = kotowari_in("diff", *words)
    assert (ended.code, ended.out) == (2, "")
    message, advice = ended.err.splitlines()
    assert message == "error: the name of a policy is empty"
    assert advice == "  name its folder or a git revision; `.` is the current folder"
