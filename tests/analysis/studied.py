"""The small policies in `policies`: one file for each finding, with what is said of each of them.

A file is `<code>.md`. Its sections are `## True: …` and `## False: …`; each has blocks ```` ```rules ```` like those of
the golden cases of diagnostics (the same preamble completes them, the same options hold), and ```` ```text ````, which
is what analysis says of the policy, 80 columns wide. `pytest --update` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.diagnostics.test_golden import Block, blocks, day_of, policy_files

from kotowari.analysis import lint
from kotowari.api import Policy
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.render import render_all
from kotowari.loader import compile_files

POLICIES = Path(__file__).parent / "policies"
DAY = date(2026, 6, 1)
NOTHING = "nothing\n"
_SECTION = re.compile(r"^## (?P<kind>True|False): (?P<what>.+)\n(?P<body>(?:(?!^## ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A small policy of a file, whether the finding holds of it, and where its body stands."""

    path: Path
    holds: bool
    what: str
    body: str
    start: int

    @property
    def code(self) -> str:
        return self.path.stem

    @property
    def rules(self) -> list[Block]:
        return blocks(self.body, "rules")

    @property
    def golden(self) -> Block:
        return blocks(self.body, "text")[-1]


def sections() -> Iterator[Section]:
    for path in sorted(POLICIES.glob("*.md")):
        for match in _SECTION.finditer(path.read_text(encoding="utf-8")):
            yield Section(path, match["kind"] == "True", match["what"], match["body"], match.start("body"))


def compiled(rules: list[Block]) -> Policy:
    made = compile_files(policy_files(rules), lint=False)
    assert made.model is not None, render_all(made.diagnostics, made.sources)
    return Policy(made.model, made.diagnostics, made.sources)


def findings(rules: list[Block], *, all_: bool = False) -> tuple[Policy, tuple[Diagnostic, ...]]:
    policy = compiled(rules)
    return policy, lint.findings(policy, day_of(rules) or DAY, all_=all_)


def told(rules: list[Block]) -> str:
    policy, found = findings(rules, all_=True)
    return render_all(found, policy.sources, width=80) + "\n" if found else NOTHING


def write(section: Section, said: str) -> None:
    """Puts what is said now into the file, which others may have changed since it was read."""
    text = section.path.read_text(encoding="utf-8")
    now = next(one for one in sections() if (one.path, one.what) == (section.path, section.what))
    start, end = now.start + now.golden.start, now.start + now.golden.end
    section.path.write_text(text[:start] + said + text[end:], encoding="utf-8", newline="\n")
