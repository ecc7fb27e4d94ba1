"""Whole replies, as customers read them: requests and what comes of them, in Markdown files for people to read.

A file `golden/<policy>.<what>.md` holds a section for each request: its heading, the request as YAML, and what comes of
it, which `pytest --update` writes. `now` is the same for all. In the files `packs.<language>.md` each request names its
pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast

import pytest

import kotowari
from kotowari.requests import parse_yaml, read_now, read_request

HERE = Path(__file__).parent / "golden"
OWN = Path(__file__).parent.parent / "policies"
NOW = read_now("2026-11-20T09:00:00+09:00")

_SECTION = re.compile(r"^## (?P<title>[^\n]+)\n\n```yaml\n(?P<request>.*?)^```\n", re.MULTILINE | re.DOTALL)


@cache
def policy_of(name: str) -> kotowari.Policy:
    """A policy by its name: one of the tests' own, or a shipped one."""
    return kotowari.load(OWN / name if (OWN / name).is_dir() else kotowari.packs() / name)


def sections(text: str) -> list[tuple[str, str]]:
    return [(match["title"], match["request"]) for match in _SECTION.finditer(text)]


def rendered(file: str, text: str) -> str:
    """A golden file with what comes of each of its requests."""
    intro = text[: text.index("\n## ")]
    name = file.split(".", maxsplit=1)[0]
    return "\n".join([intro, *(line for title, request in sections(text) for line in section(name, title, request))])


def section(policy: str, title: str, request: str) -> Iterator[str]:
    asked = dict(cast("Mapping[str, object]", parse_yaml(request)))
    pack = str(asked.pop("pack", policy))
    decision = policy_of(pack).decide(read_request(asked), now=NOW)
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
    actual = rendered(file, text)
    if update:
        path.write_text(actual, encoding="utf-8", newline="\n")
        return
    assert actual == text


def test_there_are_replies_to_read_in_both_languages() -> None:
    found = {path.name: len(sections(path.read_text(encoding="utf-8"))) for path in HERE.glob("*.md")}
    assert found["packs.en.md"] >= 20
    assert found["packs.ja.md"] >= 20
