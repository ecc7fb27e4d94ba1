"""What docs/decision.md shows is what comes out. `pytest tests/docs --update` rewrites what is shown, to be read."""

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

PAGE = "decision.md"
DIGEST = "sha256:…"
_SHOWN = re.compile(r"(?ms)^```json decision=(?P<name>\w+)(?: fields=(?P<fields>[\w,]+))?\n(?P<body>.*?)^```$")
_NAMES = tuple(match["name"] for match in _SHOWN.finditer(text_of(PAGE)))
_SHORT = 100


def block(info: str) -> str:
    """The body of the one block with these words behind its fence."""
    (body,) = re.findall(rf"^```{re.escape(info)}\n(.*?)^```$", text_of(PAGE), re.MULTILINE | re.DOTALL)
    return str(body)


def shown(name: str) -> re.Match[str]:
    (match,) = [match for match in _SHOWN.finditer(text_of(PAGE)) if match["name"] == name]
    return match


def decided(name: str) -> dict[str, object]:
    """The decision on a request of the page, whole, its digest cut: that changes with every release."""
    request = cast("dict[str, object]", json.loads(block(f"json request={name}")))
    decision = policy(PAGE).decide(request).to_dict()
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


@pytest.mark.parametrize("name", _NAMES)
def test_the_decision_shown_is_the_decision(name: str, *, update: bool) -> None:
    match = shown(name)
    decision = decided(name)
    wanted = match["fields"].split(",") if match["fields"] else list(decision)
    expected = written({field: decision[field] for field in wanted}) + "\n"
    if update:
        text = text_of(PAGE)
        (DOCS / PAGE).write_text(text[: match.start("body")] + expected + text[match.end("body") :], encoding="utf-8")
        text_of.cache_clear()
        return
    assert match["body"] == expected


def test_the_settled_decision_shows_both_demands() -> None:
    decision = decided("settled")
    assert decision["verdict"] == "decline"
    demands = cast("list[dict[str, object]]", decision["demands"])
    assert [demand["about"] for demand in demands] == [["gantt"], ["refund"]]


def test_every_field_is_explained() -> None:
    explained = {name for row in re.findall(r"^\| (`[^|]*) \|", text_of(PAGE), re.MULTILINE) for name in codes(row)}
    assert set(decided("settled")) - explained == set()


def test_every_key_of_a_request_is_explained() -> None:
    keys = re.findall(r"^\| `(\w+)` \|", text_of(PAGE).partition("## The decision")[0], re.MULTILINE)
    assert set(keys) == set(Request.__dataclass_fields__)


def test_a_bad_line_looks_as_shown() -> None:
    lines = [{"text": "refund"}, {"id": "T-7", "facts": {"customer": {"plan": "prro"}}}]
    out = BytesIO()
    answer_lines(
        BytesIO("\n".join(map(json.dumps, lines)).encode()),
        out,
        lambda request: {"verdict": policy(PAGE).decide(request).verdict},
        bar=False,
    )
    assert json.loads(out.getvalue().splitlines()[1]) == json.loads(block("json line"))


def test_the_exit_codes_are_those_of_the_command_line() -> None:
    _, _, section = text_of(PAGE).partition("## Exit codes")
    listed = [int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)]
    assert listed == sorted(Exit)
    told = dict(re.findall(r"\b(\d+) (accept|decline|escalate|open)\b", section))
    assert {word.upper(): int(code) for code, word in told.items()} == {one.name: one.value for one in VerdictExit}


def test_the_python_example_prints_what_is_shown(*, update: bool) -> None:
    out = StringIO()
    with redirect_stdout(out):
        exec(compile(block("python run"), "docs/decision.md", "exec"), {})  # noqa: S102 - the page's own example
    if update:
        text = text_of(PAGE)
        updated = re.sub(r"(?s)(?<=```text prints\n).*?(?=```)", lambda _: out.getvalue(), text)
        (DOCS / PAGE).write_text(updated, encoding="utf-8")
        text_of.cache_clear()
        return
    assert block("text prints") == out.getvalue()
