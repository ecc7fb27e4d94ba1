"""Every code that the source can emit has a page, and every page a code that can be emitted."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.diagnostics.calls import called

import kotowari
from kotowari.diagnostics.pages import codes

SOURCE = Path(kotowari.__file__).parent
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+|cycle|duplicate|unreadable")
# Codes that are put together where they are emitted.
COMPOSED = {
    "missing-{word}": {"missing-otherwise", "missing-unanswered"},
    "unknown-{kind}": set[str](),  # one for each kind of name that is looked for, see `kinds`
}


def trees() -> Iterator[ast.Module]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"), str(path))


def takes_code(tree: ast.AST, *, methods: bool) -> set[str]:
    """The functions below, or the methods, whose first parameter is a code."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            found.update([node.name] if names[int(methods) :][:1] == ["code"] else [])
    return found


def made_of_code(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The classes with a field for the code, and its place: diagnostics, and what becomes one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            fields = [ast.unparse(line.target) for line in node.body if isinstance(line, ast.AnnAssign)]
            yield from [(node.name, fields.index("code"))] if "code" in fields else []


def first_arguments() -> Iterator[ast.expr]:
    """What stands for the code in every call that takes one; `Faults.add` is called all over the model."""
    methods = {name for tree in trees() for name in takes_code(tree, methods=True)} - {"add"}
    classes = {name: place for tree in trees() for name, place in made_of_code(tree)}
    for tree in trees():
        takers = dict.fromkeys([*methods, *takes_code(tree, methods=False)], 0) | classes
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (called(node) in takers or is_add(node)):
                place = takers.get(called(node), 0)
                yield from node.args[place : place + 1]


def is_add(node: ast.Call) -> bool:
    return ast.unparse(node.func).endswith("faults.add")


def written(node: ast.expr) -> str | None:
    """A string as the source has it, `{…}` for what is put in; None for anything else."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr():
            return ast.unparse(node)[2:-1]
        case _:
            return None


def kinds() -> set[str]:
    """The kinds of names that are looked for, each with a code for the name that nobody declares."""
    found: set[str] = set()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in {"unknown", "find"} and len(node.args) >= 3:
                kind = written(node.args[0])
                found.update([kind] if kind and kind.isalpha() else [])
    return found


def emitted() -> set[str]:
    texts = {text for node in first_arguments() if (text := written(node)) is not None}
    composed = {text for text in texts if "{" in text}
    assert composed == set(COMPOSED), "a code is put together in a new way: say above what can come of it"
    return (texts - composed).union(*COMPOSED.values(), (f"unknown-{kind}" for kind in kinds()))


def test_every_code_has_a_page() -> None:
    assert emitted() - set(codes()) == set()


def test_every_page_has_a_code() -> None:
    assert set(codes()) - emitted() == set()


@pytest.mark.parametrize("code", codes())
def test_codes_are_lower_case_words_with_hyphens(code: str) -> None:
    assert _CODE.fullmatch(code)


def test_other_arguments_than_strings_are_handed_on() -> None:
    others = {ast.unparse(node).split(".")[-1] for node in first_arguments() if written(node) is None}
    # What takes a code hands it on, under its name; nothing else decides what a code is.
    assert others == {"code"}
