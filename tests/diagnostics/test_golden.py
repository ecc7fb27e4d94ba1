"""Golden cases: rule text and the exact message that a person sees, side by side in one Markdown file.

A case is `<code>.md`, further ones `<code>.<what is special>.md`. Its blocks ```` ```rules ```` are the files of a
policy; the words after `rules` are options:

    name=facts.rules    the file's name, `case.rules` where none is given
    preamble=none       leaves out preamble.rules, which else completes the policy (one block says it for the case)
    escapes=yes         `\\x80` is that byte and `\\u202e` that character, for what no editor should have to show

Its last block, ```` ```text ````, is what is rendered, 80 columns wide. `pytest --update` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.pages import codes, page
from kotowari.diagnostics.render import render_all
from kotowari.diagnostics.source import Source

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*.md"))
PREAMBLE = "preamble.rules"

_FENCED = re.compile(r"^(?P<fence>```+)(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")
_SHOWN = re.compile(r"^(?:error|warning|note)\[([a-z0-9-]+)\]", re.MULTILINE)

needs_load = pytest.mark.skipif(find_spec("kotowari.loader") is None, reason="kotowari.loader does not exist yet")


@dataclass(frozen=True)
class Block:
    """A fenced block: what stands after the fence, its lines, and where they stand in the file."""

    kind: str
    options: Mapping[str, str]
    body: str
    start: int
    end: int


def blocks(text: str, kind: str) -> list[Block]:
    found: list[Block] = []
    for match in _FENCED.finditer(text):
        first, *rest = match["info"].split() or [""]
        options = dict(word.split("=", 1) for word in rest)
        assert options.keys() <= {"name", "preamble", "escapes"}, f"unknown option in ```{match['info']}"
        found.append(Block(first, options, match["body"], match.start("body"), match.end("body")))
    return [block for block in found if block.kind == kind]


def policy_files(rules: list[Block]) -> dict[str, str | bytes]:
    assert rules, "a case needs a ```rules block"
    files: dict[str, str | bytes] = {}
    if not any(block.options.get("preamble") == "none" for block in rules):
        files[PREAMBLE] = (HERE / PREAMBLE).read_text(encoding="utf-8")
    for block in rules:
        name = block.options.get("name", "case.rules")
        assert name not in files, f"{name} stands twice"
        files[name] = unescaped(block.body) if block.options.get("escapes") == "yes" else block.body
    return files


def unescaped(text: str) -> bytes:
    def raw(match: re.Match[bytes]) -> bytes:
        return bytes.fromhex(match[1].decode()) if match[1] else chr(int(match[2], 16)).encode()

    return _ESCAPE.sub(raw, text.encode())


def diagnose(files: Mapping[str, str | bytes]) -> tuple[Diagnostic, ...]:
    compile_sources: Callable[[Mapping[str, str | bytes]], tuple[object, tuple[Diagnostic, ...]]]
    compile_sources = import_module("kotowari.loader").compile_sources
    return compile_sources(files)[1]


def rendered(files: Mapping[str, str | bytes]) -> str:
    texts = {name: raw if isinstance(raw, str) else raw.decode("utf-8-sig", "replace") for name, raw in files.items()}
    sources = {name: Source(name, text) for name, text in texts.items()}
    return render_all(diagnose(files), sources, width=80) + "\n"


def code_of(case: Path) -> str:
    return case.name.split(".")[0]


def shown_in(case: Path) -> set[str]:
    return {code for block in blocks(case.read_text(encoding="utf-8"), "text") for code in _SHOWN.findall(block.body)}


@needs_load
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_message(case: Path, *, update: bool) -> None:
    text = case.read_text(encoding="utf-8")
    *_, golden = blocks(text, "text")
    actual = rendered(policy_files(blocks(text, "rules")))
    assert code_of(case) in _SHOWN.findall(actual), f"the case does not show its code:\n{actual}"
    if update:
        case.write_text(text[: golden.start] + actual + text[golden.end :], encoding="utf-8", newline="\n")
        return
    assert actual == golden.body


@needs_load
def test_preamble_alone_is_a_policy_without_errors() -> None:
    found = diagnose({PREAMBLE: (HERE / PREAMBLE).read_text(encoding="utf-8")})
    assert [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR] == []


@needs_load
@pytest.mark.parametrize("code", codes())
def test_page_advises_what_helps(code: str) -> None:
    text = page(code) or ""
    avoid, prefer = text.split("## Prefer")[0], text.split("## Prefer")[1]
    if not blocks(avoid, "rules"):
        pytest.skip("the page shows no rules: the code is about another kind of file")
    wrong = diagnose(policy_files(blocks(avoid, "rules")))
    right = diagnose(policy_files(blocks(prefer, "rules")))
    assert code in {diagnostic.code for diagnostic in wrong}
    assert [
        diagnostic for diagnostic in right if diagnostic.severity is Severity.ERROR or diagnostic.code == code
    ] == []


def test_every_page_has_a_case() -> None:
    assert set(codes()) - {code_of(case) for case in CASES} == set()


def test_every_code_that_a_case_shows_has_a_page() -> None:
    assert {code for case in CASES for code in shown_in(case)} - set(codes()) == set()


def test_escapes_are_bytes() -> None:
    assert unescaped("a\\x80b\\u202eへ\\n") == b"a\x80b\xe2\x80\xae\xe3\x81\xb8\\n"
