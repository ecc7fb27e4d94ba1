"""What docs/decision.md, in both languages, shows is what comes out. `pytest tests/docs --update` rewrites it."""

from __future__ import annotations

import json
import re
from contextlib import redirect_stdout
from io import BytesIO, StringIO
from typing import cast

import pytest
from tests.docs.pages import DOCS, codes, policy, text_of

from kotowari import Request
from kotowari_cli.exits import Exit, VerdictExit
from kotowari_cli.lines import answer_lines

PAGES = ("decision.md", "ja/decision.md")
# The sections of a page that tests look into: the decision, and the exit codes.
DECISION = {"decision.md": "## The decision", "ja/decision.md": "## 判定"}
EXIT_CODES = {"decision.md": "## Exit codes", "ja/decision.md": "## 終了コード"}
# A line that cannot be decided, by the page that shows what becomes of it.
BAD_LINES: dict[str, dict[str, object]] = {
    "decision.md": {"id": "T-7", "facts": {"customer": {"plan": "prro"}}},
    "ja/decision.md": {"id": "T-7", "facts": {"顧客": {"プラン": "プロロ"}}},
}
DIGEST = "sha256:…"
_SHOWN = re.compile(r"(?ms)^```json decision=(?P<name>\w+)(?: fields=(?P<fields>[\w,]+))?\n(?P<body>.*?)^```$")
_DECISIONS = [(page, match["name"]) for page in PAGES for match in _SHOWN.finditer(text_of(page))]
_SHORT = 100


def block(page: str, info: str) -> str:
    """The body of the one block of the page with these words behind its fence."""
    (body,) = re.findall(rf"^```{re.escape(info)}\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)
    return str(body)


def rewrite(page: str, info: str, body: str) -> None:
    """Put this into the one block of the page with these words behind its fence."""
    fenced = re.compile(rf"(?ms)(?<=^```{re.escape(info)}\n).*?(?=^```$)")
    (DOCS / page).write_text(fenced.sub(lambda _: body, text_of(page)), encoding="utf-8")
    text_of.cache_clear()


def shown(page: str, name: str) -> re.Match[str]:
    (match,) = [match for match in _SHOWN.finditer(text_of(page)) if match["name"] == name]
    return match


def decided(page: str, name: str) -> dict[str, object]:
    """The decision on a request of the page, whole, its digest cut: that changes with every release."""
    request = cast("dict[str, object]", json.loads(block(page, f"json request={name}")))
    decision = policy(page).decide(request).to_dict()
    assert isinstance(decision["policy"], dict)
    return {**decision, "policy": {**decision["policy"], "digest": DIGEST}}


def written(value: object, indent: str = "") -> str:
    """JSON in which what is short stands on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(indent) + len(flat) <= _SHORT:
        return flat
    inner = indent + "  "
    if isinstance(value, list):
        items = [written(item, inner) for item in cast("list[object]", value)]
        return "[\n" + ",\n".join(inner + item for item in items) + f"\n{indent}]"
    members = cast("dict[str, object]", value).items()
    lines = [f"{inner}{json.dumps(key)}: {written(member, inner)}" for key, member in members]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def test_both_pages_show_the_same_decisions() -> None:
    assert [(page, name) for page in PAGES for name in ("settled", "open")] == _DECISIONS


@pytest.mark.parametrize(("page", "name"), _DECISIONS)
def test_the_decision_shown_is_the_decision(page: str, name: str, *, update: bool) -> None:
    match = shown(page, name)
    decision = decided(page, name)
    wanted = match["fields"].split(",") if match["fields"] else list(decision)
    expected = written({field: decision[field] for field in wanted}) + "\n"
    if update:
        rewrite(page, match[0].partition("\n")[0].removeprefix("```"), expected)
        return
    assert match["body"] == expected


@pytest.mark.parametrize(
    ("page", "about"), [("decision.md", ["gantt", "refund"]), ("ja/decision.md", ["工程表", "返金"])]
)
def test_the_settled_decision_shows_both_demands(page: str, about: list[str]) -> None:
    decision = decided(page, "settled")
    assert decision["verdict"] == "decline"
    demands = cast("list[dict[str, object]]", decision["demands"])
    assert [demand["about"] for demand in demands] == [[topic] for topic in about]


@pytest.mark.parametrize("page", PAGES)
def test_every_field_is_explained(page: str) -> None:
    explained = {name for row in re.findall(r"^\| (`[^|]*) \|", text_of(page), re.MULTILINE) for name in codes(row)}
    assert set(decided(page, "settled")) - explained == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_a_request_is_explained(page: str) -> None:
    before, heading, _ = text_of(page).partition(f"\n{DECISION[page]}\n")
    assert heading
    keys = re.findall(r"^\| `(\w+)` \|", before, re.MULTILINE)
    assert set(keys) == set(Request.__dataclass_fields__)


@pytest.mark.parametrize("page", PAGES)
def test_both_pages_explain_the_same_in_the_same_order(page: str) -> None:
    def explained(page: str) -> list[list[str]]:
        rows = re.findall(r"^\| ((?:`[^|`]*`(?:, |、)?)+) \|", text_of(page), re.MULTILINE)
        return [codes(row) for row in rows]

    assert explained(page) == explained("decision.md")


@pytest.mark.parametrize("page", PAGES)
def test_a_bad_line_looks_as_shown(page: str, *, update: bool) -> None:
    lines = [{"text": "refund"}, BAD_LINES[page]]
    out = BytesIO()
    answer_lines(
        BytesIO("\n".join(map(json.dumps, lines)).encode()),
        out,
        lambda request: {"verdict": policy(page).decide(request).verdict},
        bar=False,
    )
    line = json.loads(out.getvalue().splitlines()[1])
    if update:
        rewrite(page, "json line", json.dumps(line, ensure_ascii=False) + "\n")
        return
    assert line == json.loads(block(page, "json line"))


@pytest.mark.parametrize("page", PAGES)
def test_the_exit_codes_are_those_of_the_command_line(page: str) -> None:
    _, _, section = text_of(page).partition(EXIT_CODES[page])
    listed = [int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)]
    assert listed == sorted(Exit)
    told = dict(re.findall(r"\b(\d+) (accept|decline|escalate|open)\b", section))
    assert {word.upper(): int(code) for code, word in told.items()} == {one.name: one.value for one in VerdictExit}


@pytest.mark.parametrize("page", PAGES)
def test_the_python_example_prints_what_is_shown(page: str, *, update: bool) -> None:
    out = StringIO()
    with redirect_stdout(out):
        exec(compile(block(page, "python run"), f"docs/{page}", "exec"), {})  # noqa: S102 - the page's own example
    if update:
        rewrite(page, "text prints", out.getvalue())
        return
    assert block(page, "text prints") == out.getvalue()
