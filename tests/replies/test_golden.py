"""Whole replies, as customers read them: requests and what comes of them, in Markdown files for people to read.

A file `golden/<policy>.<what>.md` holds a section for each request: its heading, the request as YAML, and what comes of
it, which `pytest --update` writes. `now` is the same for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kotowari
from kotowari.requests import parse_yaml, read_now, read_request

HERE = Path(__file__).parent / "golden"
OWN = Path(__file__).parent.parent / "policies"
NOW = read_now("2026-11-20T09:00:00+09:00")

_SECTION = re.compile(r"^## (?P<title>[^\n]+)\n\n```yaml\n(?P<request>.*?)^```\n", re.MULTILINE | re.DOTALL)


@cache
def policy_of(file: str) -> kotowari.Policy:
    """The policy that a golden file is about: one of the tests' own, or a shipped one."""
    name = file.split(".", maxsplit=1)[0]
    return kotowari.load(OWN / name if (OWN / name).is_dir() else kotowari.packs() / name)


def sections(text: str) -> list[tuple[str, str]]:
    return [(match["title"], match["request"]) for match in _SECTION.finditer(text)]


def rendered(policy: kotowari.Policy, text: str) -> str:
    """A golden file with what comes of each of its requests."""
    intro = text[: text.index("\n## ")]
    return "\n".join([intro, *(line for title, request in sections(text) for line in section(policy, title, request))])


def section(policy: kotowari.Policy, title: str, request: str) -> Iterator[str]:
    decision = policy.decide(read_request(parse_yaml(request)), now=NOW)
    yield from (f"## {title}", "", f"```yaml\n{request}```", "", head(decision), "")
    if decision.reply:
        yield from (quoted(decision.reply.text), "")
    for handover in decision.handovers:
        yield from (f"To {handover.to}:", "", f"```text\n{handover.note}\n```", "")


def head(decision: kotowari.Decision) -> str:
    rules = ", ".join(rule.name for demand in decision.ruling.demands for rule in demand.rules)
    asked = ", ".join(question.fact for question in decision.ask)
    verdict = decision.verdict or f"open: {' or '.join(decision.possible)}"
    return f"**{verdict}**{f' by {rules}' if rules else ''}{f'; to be asked: {asked}' if asked else ''}"


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("file", sorted(path.name for path in HERE.glob("*.md")))
def test_replies(file: str, *, update: bool) -> None:
    path = HERE / file
    text = path.read_text(encoding="utf-8")
    actual = rendered(policy_of(file), text)
    if update:
        path.write_text(actual, encoding="utf-8", newline="\n")
        return
    assert actual == text


def test_there_are_replies_to_read_in_both_languages() -> None:
    found = {path.name: len(sections(path.read_text(encoding="utf-8"))) for path in HERE.glob("*.md")}
    assert found["starter.en.md"] >= 10
    assert found["starter.ja.md"] >= 10
