"""The LALR(1) tables that Lark makes of grammar.lark, in the form that `stack.py` walks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Protocol, cast

import lark
from lark.grammar import Rule

from kotowari.record import record

END = "$END"
FILE, HEADER, CELL, OUTCOME_CELL, NAME_CELL = "file", "header", "cell", "outcome_cell", "name_cell"


@record
class Reduction:
    """What a rule of the grammar makes of the last `size` values.

    A `helper` is a part of a repetition, whose parts go to the rule that repeats them. Of a `single` rule (`?name` in
    the grammar) a lone part is handed on as it is.
    """

    name: str
    size: int
    helper: bool
    single: bool


# What to do on a terminal, and where to go on after a reduction: a state to go to, or a reduction.
Actions = Mapping[str, int | Reduction]


@record
class Grammar:
    """The tables; `keywords` holds each word or mark of the language with the name of its terminal."""

    actions: Mapping[int, Actions]
    starts: Mapping[str, int]
    ends: Mapping[str, int]
    keywords: Mapping[str, str]


class _Table(Protocol):
    """What Lark's tables hold, as far as they are used here."""

    states: Mapping[int, Mapping[str, tuple[object, object]]]
    start_states: Mapping[str, int]
    end_states: Mapping[str, int]


@cache
def grammar() -> Grammar:
    """The grammar of the rule language."""
    text = files("kotowari.language").joinpath("grammar.lark").read_text(encoding="utf-8")
    starts = [FILE, HEADER, CELL, OUTCOME_CELL, NAME_CELL]
    made = lark.Lark(text, parser="lalr", lexer="basic", start=starts, keep_all_tokens=True, maybe_placeholders=False)
    table = cast("_Table", made.parse_interactive(start=FILE).parser_state.parse_conf.parse_table)  # pyright: ignore[reportUnknownMemberType] - Lark leaves the type of states open
    states = table.states
    reductions = {rule: _reduction(rule) for rule in made.rules}
    words = [terminal for terminal in made.terminals if terminal.pattern.type == "str"]
    return Grammar(
        actions={state: _actions(row, reductions) for state, row in states.items()},
        starts=table.start_states,
        ends=table.end_states,
        keywords={terminal.pattern.value: str(terminal.name) for terminal in words},
    )


def _reduction(rule: Rule) -> Reduction:
    name = str(rule.origin.name)
    return Reduction(name, len(rule.expansion), name.startswith("_"), rule.options.expand1)


def _actions(row: Mapping[str, tuple[object, object]], reductions: Mapping[Rule, Reduction]) -> Actions:
    """A state's row; its symbols become plain strings, which compare faster than Lark's tokens."""
    return {
        str(symbol): reductions[target] if isinstance(target, Rule) else cast("int", target)
        for symbol, (_, target) in row.items()
    }
