"""The pages of docs/ as tests read them: their fenced blocks and their marked tables.

The blocks ```` ```rules ```` of a page are one policy. Words behind `rules` are options:

    of=NAME      the block belongs to another policy than the page's
    wrong=CODE   the block is a mistake: with the page's policy it gives errors of this code and no others

A comment `<!-- test: WORDS -->` before a table says what is tested of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import kotowari

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
PAGES = tuple(sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")))
OWN = "page"

_FENCED = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"<!-- test: (?P<mark>[^>]*) -->\n\|.*\n\|[-|: ]+\n(?P<rows>(?:\|.*\n)+)")
_BAR = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Block:
    kind: str
    options: Mapping[str, str]
    body: str


@dataclass(frozen=True)
class Table:
    mark: str
    rows: tuple[tuple[str, ...], ...]


@cache
def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def blocks(page: str, kind: str) -> list[Block]:
    found: list[Block] = []
    for match in _FENCED.finditer(text_of(page)):
        first, *rest = match["info"].split() or [""]
        options = dict(word.split("=", 1) for word in rest if "=" in word)
        found.append(Block(first, options, match["body"]))
    return [block for block in found if block.kind == kind]


def rules(page: str) -> list[Block]:
    found = blocks(page, "rules")
    assert all(block.options.keys() <= {"of", "wrong"} for block in found), f"unknown option in {page}"
    return found


def policies(page: str) -> dict[str, dict[str, str]]:
    """The files of each policy that the page writes, by the policy's name."""
    found: dict[str, dict[str, str]] = {}
    for number, block in enumerate(rules(page), 1):
        if "wrong" not in block.options:
            files = found.setdefault(block.options.get("of", OWN), {})
            files["policy.rules" if not files else f"box-{number}.rules"] = block.body
    return found


@cache
def policy(page: str, name: str = OWN) -> kotowari.Policy:
    return kotowari.compile_policy(policies(page)[name])


def wrong(page: str) -> list[tuple[str, dict[str, str]]]:
    """The mistakes that the page shows, each with its code and the files of the policy that it makes wrong."""
    mistakes = [block for block in rules(page) if "wrong" in block.options]
    own = policies(page).get(OWN, {})
    return [(block.options["wrong"], {**own, "wrong.rules": block.body}) for block in mistakes]


def tables(page: str) -> list[Table]:
    return [Table(match["mark"], _rows(match["rows"])) for match in _TABLE.finditer(text_of(page))]


def rows(page: str, mark: str) -> list[tuple[str, ...]]:
    return [row for table in tables(page) if table.mark == mark for row in table.rows]


def _rows(lines: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(cell.strip().replace(r"\|", "|") for cell in _BAR.split(line)[1:-1]) for line in lines.splitlines()
    )


def codes(cell: str) -> list[str]:
    """What stands in backticks."""
    return _CODE.findall(cell)
