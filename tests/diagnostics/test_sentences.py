"""What the source says, and what the catalogues have for it, are the same sentences."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from tests.diagnostics.calls import called

import kotowari
import kotowari_cli
from kotowari.diagnostics.japanese import AREAS, SENTENCES
from kotowari_cli.japanese import SENTENCES as OF_COMMAND_LINE

LIBRARY, COMMAND_LINE = Path(kotowari.__file__).parent, Path(kotowari_cli.__file__).parent
ALL = {**SENTENCES, **OF_COMMAND_LINE}
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_LETTER = re.compile("[A-Za-z]")
# Senses, words of the rule language, fields: what a translation may have in Latin letters alone.
_NO_WORDS = re.compile(r"\[[^\]]*\]|`[^`]*`|\{\w+\}")


class Module(NamedTuple):
    """A file of the source: its folder, where it is in it, and what it says."""

    folder: Path
    place: str
    tree: ast.Module


class Sentence(NamedTuple):
    """A call of `say` or of `say_as`: what catalogues have it under, the names of its values, where it stands."""

    key: str
    values: frozenset[str]
    module: Module
    line: int

    @property
    def where(self) -> str:
        return f"{self.module.place}:{self.line}: {self.key}"


MODULES = tuple(
    Module(folder, path.relative_to(folder.parent).as_posix(), ast.parse(path.read_text(encoding="utf-8"), str(path)))
    for folder in (LIBRARY, COMMAND_LINE)
    for path in sorted(folder.rglob("*.py"))
)


def sayers(module: Module) -> Mapping[str, str]:
    """The names under which a module has `say` and `say_as`."""
    if module.place == "kotowari/diagnostics/said.py":
        return {"say": "say", "say_as": "say_as"}
    found: dict[str, str] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "kotowari.diagnostics.said":
            found |= {alias.asname or alias.name: alias.name for alias in node.names}
    return {name: what for name, what in found.items() if what in {"say", "say_as"}}


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def sentences() -> Iterator[Sentence]:
    """All that the source says."""
    for module in MODULES:
        names = sayers(module)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                what, place = names[node.func.id], f"{module.place}:{node.lineno}"
                assert len(node.args) == 1 + (what == "say_as"), place
                assert all(map(is_literal, node.args)), f"{place}: a template is one literal"
                sense, text = ["", *map(ast.literal_eval, node.args)][-2:]
                values = frozenset(keyword.arg or "**" for keyword in node.keywords)
                yield Sentence(f"[{sense}]{text}" if sense else text, values, module, node.lineno)


SAID = tuple(sentences())


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_values_are_the_fields_of_their_sentences() -> None:
    assert [
        one.where for one in SAID if fields(one.key) != one.values or not all(map(str.isidentifier, one.values))
    ] == []


def test_every_sentence_is_said_in_japanese() -> None:
    assert sorted(one.where for one in SAID if one.key not in ALL) == []


def test_what_the_library_says_is_known_without_the_command_line() -> None:
    assert sorted(one.where for one in SAID if one.module.folder == LIBRARY and one.key not in SENTENCES) == []


def test_nothing_is_translated_that_nobody_says() -> None:
    assert sorted(ALL.keys() - {one.key for one in SAID}) == []


def test_a_sentence_has_one_translation() -> None:
    counts = Counter(english for area in (*AREAS, OF_COMMAND_LINE) for english in area)
    assert [english for english, count in counts.items() if count > 1] == []


def test_translations_have_the_fields_of_their_sentences() -> None:
    assert [english for english, japanese in ALL.items() if fields(japanese) != fields(english)] == []


def test_translations_are_japanese() -> None:
    """Names such as UTF-8 are the same in all languages, and some sentences consist of what is put into them."""
    foreign = [
        english
        for english, japanese in ALL.items()
        if not _JAPANESE.search(japanese) and _LETTER.search(_NO_WORDS.sub("", japanese))
    ]
    assert [english for english in foreign if " " in english and not english.startswith("[words]")] == []


def test_translations_end_as_their_sentences_do() -> None:
    assert [english for english, japanese in ALL.items() if english[-1] != "." and japanese.endswith("。")] == []


# --- nothing is said in another way -----------------------------------------------------------------------------------

# Parameters and variables that hold what is said to people.
SPOKEN = frozenset({"message", "help_", "label", "advice", "title", "help"})


class Taker(NamedTuple):
    """Where something that is called takes what is said to people: the places among its arguments, and the names."""

    places: set[int]
    names: set[str]


def takers() -> Mapping[str, Taker]:
    """The functions and classes that take something to say, private ones by their modules."""
    found: dict[str, Taker] = {}
    for module in MODULES:
        for name, parameters in (each for node in ast.walk(module.tree) for each in signatures(node)):
            taker = found.setdefault(named(module, name), Taker(set(), set()))
            taker.places.update(place for place, each in enumerate(parameters) if each in SPOKEN)
            taker.names.update(SPOKEN.intersection(parameters))
    return found


def named(module: Module, name: str) -> str:
    return f"{module.place}:{name}" if name.startswith("_") else name


def signatures(node: ast.AST) -> Iterator[tuple[str, list[str]]]:
    """The name and the parameters of a function, or of a class that is no table of words in several languages."""
    if isinstance(node, ast.ClassDef) and not node.name.endswith("Words"):
        made = [line for line in node.body if isinstance(line, ast.FunctionDef) and line.name == "__init__"]
        yield node.name, [ast.unparse(line.target) for line in node.body if isinstance(line, ast.AnnAssign)]
        yield from ((node.name, parameters) for one in made for _, parameters in signatures(one))
    elif isinstance(node, ast.FunctionDef):
        names = [argument.arg for argument in node.args.args]
        places = names[1:] if names[:1] in (["self"], ["cls"]) else names
        yield node.name, places + [argument.arg for argument in node.args.kwonlyargs]


TAKERS = takers()


def spoken() -> Iterator[tuple[str, ast.expr]]:
    """Every expression whose value is said to people, and where it stands."""
    for module in MODULES:
        own = sayers(module)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Assign) and any(ast.unparse(target) in SPOKEN for target in node.targets):
                yield module.place, node.value
            elif isinstance(node, ast.Call) and called(node) not in own:
                taker = TAKERS.get(named(module, called(node)), Taker(set(), set()))
                yield from ((module.place, value) for place, value in enumerate(node.args) if place in taker.places)
                yield from ((module.place, each.value) for each in node.keywords if each.arg in taker.names)


def is_english_alone(node: ast.expr) -> bool:
    """Whether a value is put together in a way that no other language can take part in."""
    match node:
        case ast.Constant(value=str(text)):
            return _LETTER.search(_NO_WORDS.sub("", text)) is not None
        case ast.JoinedStr(values=values):
            return any(map(is_english_alone, values))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return is_english_alone(left) or is_english_alone(right)
        case ast.IfExp(body=body, orelse=other):
            return is_english_alone(body) or is_english_alone(other)
        case ast.BoolOp(values=values):
            return any(map(is_english_alone, values))
        case _:
            return False


def test_nothing_is_said_in_english_alone() -> None:
    alone = [f"{place}:{value.lineno}: {ast.unparse(value)}" for place, value in spoken() if is_english_alone(value)]
    assert sorted(alone) == []
