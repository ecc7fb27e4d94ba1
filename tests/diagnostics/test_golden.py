"""Golden cases: rule text and the exact message that a person sees, side by side in one Markdown file.

A case is `<code>.md`, further ones `<code>.<what is special>.md`. Its blocks ```` ```rules ```` are the files of a
policy; the words after `rules` are options:

    name=facts.rules    the file's name, `case.rules` where none is given
    preamble=none       leaves out preamble.rules, which else completes the policy (one block says it for the case);
                        `replies` and `ja` take preamble.replies.rules and preamble.ja.rules instead
    today=2026-06-01    the day of the check, for what depends on it (one block says it for the case)
    escapes=yes         `\\x80` is that byte and `\\u202e` that character, for what no editor should have to show

Its last block, ```` ```text ````, is what is rendered, 80 columns wide. `pytest --update` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.pages import codes, page
from kotowari.diagnostics.render import render_all
from kotowari.diagnostics.source import Source
from kotowari.loader import compile_folder, compile_sources
from kotowari.rule_files import MOST_BYTES

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*.md"))
PREAMBLE = "preamble.rules"
PREAMBLES = {"none": None, "replies": "preamble.replies.rules", "ja": "preamble.ja.rules"}
# Cases of many codes.
MIXED = frozenset({"ten-mistakes"})
# These are about files that no block can hold; their tests stand below.
OF_FILES = frozenset({"too-large", "unreadable", "wrong-ending"})
# This is about the machine; see tests/text/test_without_japanese.py.
OF_MACHINES = frozenset({"missing-japanese"})
# These are about drafts; see tests/review.
OF_DRAFTS = frozenset({"reason-not-said", "wrong-verdict"})
# These are about cases; see tests/cases.
OF_CASES = frozenset(
    {"bad-case", "duplicate-case", "failed-case", "failed-example", "passing-todo", "surviving-mutant"}
)
# These are proved of a policy that compiles; see tests/analysis.
OF_ANALYSIS = frozenset({path.stem for path in (HERE.parent / "analysis" / "policies").glob("*.md")}) | {
    *("more-findings", "not-proved"),
}

UNREADABLE = """\
error[unreadable]: `polcy` does not exist
  ╭─ polcy
  ╰─ give the folder of a policy

1 error"""
WRONG_ENDING = """\
warning[wrong-ending]: `返金.rules.txt` is not read: the names of rule files end
  in `.rules`
  ╭─ 返金.rules.txt
  ╰─ call it `返金.rules`, or take it out of this folder

1 warning"""
TOO_LARGE = """\
error[too-large]: a rule file has at most 4 MiB
  ╭─ policy.rules:1:1
1 │
  │ ^
  ╰─ split it into several files

1 error"""

_FENCED = re.compile(r"^(?P<fence>```+)(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")
_SHOWN = re.compile(r"^(?:error|warning|note)\[([a-z0-9-]+)\]", re.MULTILINE)


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
        assert options.keys() <= {"name", "preamble", "today", "escapes"}, f"unknown option in ```{match['info']}"
        found.append(Block(first, options, match["body"], match.start("body"), match.end("body")))
    return [block for block in found if block.kind == kind]


def policy_files(rules: list[Block]) -> dict[str, str | bytes]:
    assert rules, "a case needs a ```rules block"
    files: dict[str, str | bytes] = {}
    preamble = next((PREAMBLES[block.options["preamble"]] for block in rules if "preamble" in block.options), PREAMBLE)
    if preamble is not None:
        files[preamble] = (HERE / preamble).read_text(encoding="utf-8")
    for block in rules:
        name = block.options.get("name", "case.rules")
        assert name not in files, f"{name} stands twice"
        files[name] = unescaped(block.body) if block.options.get("escapes") == "yes" else block.body
    return files


def unescaped(text: str) -> bytes:
    def raw(match: re.Match[bytes]) -> bytes:
        return bytes.fromhex(match[1].decode()) if match[1] else chr(int(match[2], 16)).encode()

    return _ESCAPE.sub(raw, text.encode())


def day_of(rules: list[Block]) -> date | None:
    days = {block.options["today"] for block in rules if "today" in block.options}
    assert len(days) <= 1, "a case has one day"
    return date.fromisoformat(days.pop()) if days else None


def diagnose(rules: list[Block]) -> tuple[Diagnostic, ...]:
    return compile_sources(policy_files(rules), today=day_of(rules))[1]


def rendered(rules: list[Block]) -> str:
    files = policy_files(rules)
    texts = {name: raw if isinstance(raw, str) else raw.decode("utf-8-sig", "replace") for name, raw in files.items()}
    sources = {name: Source(name, text) for name, text in texts.items()}
    return render_all(diagnose(rules), sources, width=80) + "\n"


def code_of(case: Path) -> str:
    return case.name.split(".")[0]


def shown_in(case: Path) -> set[str]:
    return {code for block in blocks(case.read_text(encoding="utf-8"), "text") for code in _SHOWN.findall(block.body)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_message(case: Path, *, update: bool) -> None:
    text = case.read_text(encoding="utf-8")
    *_, golden = blocks(text, "text")
    actual = rendered(blocks(text, "rules"))
    if code_of(case) not in MIXED:
        assert code_of(case) in _SHOWN.findall(actual), f"the case does not show its code:\n{actual}"
    if update:
        case.write_text(text[: golden.start] + actual + text[golden.end :], encoding="utf-8", newline="\n")
        return
    assert actual == golden.body


def test_preamble_alone_is_a_policy_without_errors() -> None:
    found = compile_sources({PREAMBLE: (HERE / PREAMBLE).read_text(encoding="utf-8")})[1]
    assert [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", ["preamble.replies.rules", "preamble.ja.rules"])
def test_nothing_is_to_be_said_of_a_preamble_for_replies(name: str) -> None:
    files = {name: (HERE / name).read_text(encoding="utf-8")}
    assert compile_sources(files, today=date(2026, 6, 1))[1] == ()


@pytest.mark.parametrize("code", sorted({*codes()} - OF_FILES - OF_MACHINES - OF_CASES - OF_DRAFTS - OF_ANALYSIS))
def test_page_advises_what_helps(code: str) -> None:
    text = page(code) or ""
    avoid, prefer = text.split("## Prefer")[0], text.split("## Prefer")[1]
    wrong = diagnose(blocks(avoid, "rules"))
    right = diagnose(blocks(prefer, "rules"))
    assert code in {diagnostic.code for diagnostic in wrong}
    assert [
        diagnostic for diagnostic in right if diagnostic.severity is Severity.ERROR or diagnostic.code == code
    ] == []


def test_every_page_has_a_case() -> None:
    elsewhere = OF_FILES | OF_MACHINES | OF_CASES | OF_DRAFTS | OF_ANALYSIS
    assert set(codes()) - {code_of(case) for case in CASES} == elsewhere


def test_ten_mistakes_are_ten_diagnostics() -> None:
    text = (HERE / "ten-mistakes.md").read_text(encoding="utf-8")
    found = diagnose(blocks(text, "rules"))
    assert len({diagnostic.code for diagnostic in found}) == len(found) == 10


def test_folder_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert render_all(compile_folder("polcy").diagnostics, {}) == UNREADABLE


def test_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "policy.rules").write_bytes(b"#" * (MOST_BYTES + 1))
    compiled = compile_folder(tmp_path)
    assert compiled.model is None
    assert render_all(compiled.diagnostics, compiled.sources) == TOO_LARGE


def test_file_with_a_wrong_ending(tmp_path: Path) -> None:
    (tmp_path / "policy.rules").write_text((HERE / PREAMBLE).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "返金.rules.txt").write_text("", encoding="utf-8")
    compiled = compile_folder(tmp_path, lint=False)
    told = [fault for fault in compiled.diagnostics if fault.code == "wrong-ending"]
    assert compiled.model is not None
    assert render_all(told, compiled.sources) == WRONG_ENDING


def test_every_code_that_a_case_shows_has_a_page() -> None:
    assert {code for case in CASES for code in shown_in(case)} - set(codes()) == set()


def test_escapes_are_bytes() -> None:
    assert unescaped("a\\x80b\\u202eへ\\n") == b"a\x80b\xe2\x80\xae\xe3\x81\xb8\\n"
