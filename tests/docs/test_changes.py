"""What docs/changes.md shows of `check --why-not`, `what-if` and `diff` is what they print."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.docs.pages import OWN, blocks, policies, text_of

from kotowari.comparison.gate import read_approvals
from kotowari.requests import parse_yaml
from kotowari_cli.main import run

PAGES = ("changes.md", "ja/changes.md")
_RUN = re.compile(r"<!-- run -->\n```console\n\$ kotowari (?P<words>.*)\n(?P<out>(?:.*\n)*?)```")
_FILE = re.compile(r"<!-- file: (?P<name>\S+) -->\n```\w+\n(?P<body>(?:.*\n)*?)```")


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The page, in a folder with its files, in a repository whose `main` has its policy before the edit."""
    name = str(request.param)
    (tmp_path / "shop").mkdir()
    policy = tmp_path / "shop" / "policy.rules"
    text = policies(name)[OWN]["policy.rules"]
    policy.write_text(text, encoding="utf-8")
    for found in _FILE.finditer(text_of(name)):
        (tmp_path / found["name"]).write_text(found["body"], encoding="utf-8")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "someone")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "someone@example.com")
    for words in (("init", "-q", "-b", "main"), ("add", "shop"), ("commit", "-q", "-m", "one")):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)  # noqa: S607
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KOTOWARI_POLICY", "shop")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8" if name.startswith("ja/") else "en_US.UTF-8")
    return name


def edited(page: str, text: str) -> str:
    """The policy with the edit that the page shows."""
    (diff,) = blocks(page, "diff")
    for removed, added in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", diff.body, re.MULTILINE):
        before, after = (re.sub(r"^.", "", lines, flags=re.MULTILINE) for lines in (removed, added))
        assert before in text
        text = text.replace(before, after)
    return text


def printed(*words: str) -> str:
    with CliRunner().isolation() as (out, *_):
        assert run(words) == 0
    return out.getvalue().decode()


def test_the_output_is_as_shown(page: str) -> None:
    shown = list(_RUN.finditer(text_of(page)))
    assert [found["words"].split()[0] for found in shown] == ["check", "what-if", "diff"]
    policy = Path("shop") / "policy.rules"
    for found in shown:
        words = shlex.split(found["words"])
        if words[0] == "diff":
            policy.write_text(edited(page, policy.read_text(encoding="utf-8")), encoding="utf-8")
        assert printed(*words) == found["out"]


def test_the_files_are_what_the_page_says_of_them(page: str) -> None:
    assert len(read_approvals(parse_yaml(Path("accepted.yaml").read_bytes()))) == 2
    data = json.loads(printed("diff", "main", "--requests", "last-month.jsonl", "--approve", "accepted.yaml",
                              "--format", "json"))  # fmt: skip
    assert data["requests"]["total"] == 3
    single = re.findall(r"`kotowari (what-if [^`]*--without [^`]*)`", text_of(page))
    words = shlex.split(single[0])
    assert words[-1] in printed(*words)


def test_the_job_for_pull_requests_runs(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASE", "main")
    guide = page.replace("changes.md", "ci.md")
    (line,) = re.findall(r"^ +kotowari (diff .*) > changes\.md$", text_of(guide), re.MULTILINE)
    words = shlex.split(line.replace('"$BASE"', "main").replace("rules/shop", "shop"))
    assert printed(*words).startswith("## `")
