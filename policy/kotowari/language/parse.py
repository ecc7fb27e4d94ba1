"""Text to syntax.

Lark makes the LALR(1) tables from grammar.lark; this module drives its parser token by token. A word becomes a word of
the language where the parser can take it as one, else a name. After an error the parser goes on at the next clause.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import lark
from lark.exceptions import UnexpectedToken
from lark.parse_tree_builder import ParseTreeBuilder
from lark.parsers.lalr_interactive_parser import InteractiveParser

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.language.build import DEEPEST, Builder
from kotowari.language.expected import describe, misspelt
from kotowari.language.scan import DECLARATIONS, scan, scan_cell, split_row
from kotowari.language.tokens import Shape, Token

# One file never needs more; a person who sees so many starts with the first.
MOST_FAULTS = 100

_SHAPE_TYPES = {
    Shape.DOTTED: "DOTTED",
    Shape.STRING: "STRING",
    Shape.REGEX: "REGEX",
    Shape.DIGITS: "DIGITS",
    Shape.CALENDAR_DATE: "CALENDAR_DATE",
    Shape.CLOCK_TIME: "CLOCK_TIME",
    Shape.TABLE_LINE: "TABLE_LINE",
}
_STARTS = ["file", "header", "cell", "outcome_cell", "name_cell"]
END = "$END"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's syntax and what was wrong with it."""

    file: n.File
    faults: tuple[Diagnostic, ...]


def parse(source: Source) -> Parsed:
    """The syntax of a rule file. Never raises: whatever is wrong is among the faults."""
    scanned = scan(source)
    faults = list(scanned.faults)
    run = _Run(source, faults)
    declarations = run.all(scanned.tokens, "file")
    found = _declarations(run, declarations if isinstance(declarations, tuple) else ())
    damaged = _damaged(found, run.torn | {fault.span.start for fault in scanned.faults})
    file = n.File(source.name, found, tuple(scanned.comments), frozenset(run.lost), damaged)
    return Parsed(file, _limited(source, faults))


def _limited(source: Source, faults: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    ordered = sorted(faults, key=lambda fault: fault.order)
    if len(ordered) <= MOST_FAULTS:
        return tuple(ordered)
    last = Span(source.name, ordered[MOST_FAULTS].span.start, ordered[MOST_FAULTS].span.start)
    rest = f"{len(ordered) - MOST_FAULTS} further problems of this file are not shown"
    return (*ordered[:MOST_FAULTS], Diagnostic("too-many-errors", rest, last, help="mend the first ones and look again"))


def _damaged(found: tuple[n.Declaration, ...], torn: set[int]) -> frozenset[int]:
    """The declarations in which something was lost: those whose start is the last before a fault."""
    starts = [declaration.span.start for declaration in found]
    return frozenset(max((start for start in starts if start <= place), default=0) for place in torn)


# --- tables: their rows are lines, their cells are parsed one by one --------------------------------------------------


def _declarations(run: _Run, kids: Iterable[object]) -> tuple[n.Declaration, ...]:
    found: list[n.Declaration] = []
    for kid in kids:
        if isinstance(kid, tuple):
            table, lines = kid
            found.append(_table(run, table, lines))
        elif isinstance(kid, n.Declaration):
            found.append(kid)
    return tuple(found)


def _table(run: _Run, table: n.Table, lines: tuple[lark.Token, ...]) -> n.Table:
    if not lines:
        return table
    head, *rest = [(line, split_row(run.source, line.start_pos or 0, line.end_pos or 0)) for line in lines]
    columns = tuple(_column(run, start, end) for start, end in head[1])
    rows = tuple(_row(run, columns, line, cells) for line, cells in rest)
    return replace(table, columns=columns, rows=rows)


def _column(run: _Run, start: int, end: int) -> n.Column | None:
    value = run.cell(start, end, "header")
    if value is None or isinstance(value, n.Column):
        return value
    assert isinstance(value, n.Expression)
    return n.Column(value.span, "value", value)


def _row(run: _Run, columns: tuple[n.Column | None, ...], line: lark.Token, cells: list[tuple[int, int]]) -> n.Row:
    span = Span(run.source.name, line.start_pos or 0, line.end_pos or 0)
    if len(cells) != len(columns):
        run.fault("wrong-row", f"this row has {len(cells)} cells, the table has {len(columns)} columns", span,
                  "give every column a cell; an empty one is no condition")  # fmt: skip
        return n.Row(span, ())
    return n.Row(span, tuple(_cell(run, column, *place) for column, place in zip(columns, cells, strict=True)))


def _cell(run: _Run, column: n.Column | None, start: int, end: int) -> n.Cell | n.OutcomeCell | n.Name | None:
    kind = column.kind if column else "value"
    empty = not run.source.text[start:end].strip()
    if empty and kind != "outcome":
        return None if kind == "name" else n.Cell(Span(run.source.name, start, end), "any")
    found = run.cell(start, end, {"outcome": "outcome_cell", "name": "name_cell"}.get(kind, "cell"))
    if isinstance(found, lark.Token):
        return n.Cell(Span(run.source.name, start, end), "state", operator=str(found))
    assert found is None or isinstance(found, (n.Cell, n.OutcomeCell, n.Name))
    return found


# --- the parser, driven ------------------------------------------------------------------------------------------------


class _Run:
    """One file being parsed."""

    def __init__(self, source: Source, faults: list[Diagnostic]) -> None:
        self.source = source
        self.faults = faults
        self.torn: set[int] = set()
        self.lost: set[str] = set()
        self.builder = Builder(source, faults)
        self.lark = _grammar()
        self.keywords = _keywords()
        self.callbacks = _callbacks(self.lark, self.builder)

    def fault(self, code: str, message: str, span: Span, help_: str = "", label: str = "") -> None:
        self.faults.append(Diagnostic(code, message, span, label=label, help=help_))

    def all(self, tokens: list[Token], start: str) -> object:
        return _Drive(self, tokens, start).run()

    def cell(self, start: int, end: int, kind: str) -> object:
        scanned = scan_cell(self.source, start, end)
        before = len(self.faults)
        self.faults.extend(scanned.faults)
        found = _Drive(self, scanned.tokens, kind, (start, end)).run()
        if len(self.faults) > before:
            self.torn.add(start)
            return None
        return found


class _Drive:
    """Feeds tokens to Lark's parser, giving each the type that the parser can take."""

    def __init__(self, run: _Run, tokens: list[Token], start: str, limits: tuple[int, int] | None = None) -> None:
        self.run_ = run
        self.tokens = tokens
        self.start = start
        self.limits = limits or (0, len(run.source.text))
        self.parser = run.lark.parse_interactive(start=start)
        self.parser.parser_state.parse_conf.callbacks = run.callbacks
        self.nesting = 0
        self.clause_column = 0
        self.exception: Token | None = None

    def run(self) -> object:
        position = 0
        while position < len(self.tokens):
            token = self.tokens[position]
            self._indentation(token)
            if self._too_deep(token) or not self._feed(token):
                position = self._recover(position)
            else:
                position += 1
        return self._end()

    def _end(self) -> object:
        try:
            return self.parser.feed_eof(self._lark_token(END, self.tokens[-1]) if self.tokens else None)
        except UnexpectedToken:
            self._unexpected(None)
        if self.start != "file" or not self._drop_to(END):
            return None
        return self.parser.feed_eof()

    # --- one token ----------------------------------------------------------------------------------------------------

    def _feed(self, token: Token) -> bool:
        try:
            self.parser.feed_token(self._lark_token(self._type(token), token))
        except UnexpectedToken:
            return False
        return True

    def _type(self, token: Token) -> str:
        choices = self.parser.choices()
        if token.shape in _SHAPE_TYPES:
            return _SHAPE_TYPES[token.shape]
        keyword = self.run_.keywords.get(token.text)
        if keyword in choices or token.shape is Shape.MARK:
            return keyword or "?"
        if "CURRENCY" in choices and len(token.text) == 3 and token.text.isascii() and token.text.isupper():
            return "CURRENCY"
        return "IDENT"

    def _lark_token(self, type_: str, token: Token) -> lark.Token:
        return lark.Token(type_, token.text, start_pos=token.start, end_pos=token.end)

    def _too_deep(self, token: Token) -> bool:
        if (token.text == "(" and token.shape is Shape.MARK) or token.text == "not":
            self.nesting += 1
        elif token.text == ")" or token.first:
            self.nesting = max(0, self.nesting - 1) if token.text == ")" else self.nesting
        if self._begins_clause(token):
            self.nesting = 0
        if self.nesting <= DEEPEST:
            return False
        self.run_.fault("too-deep", f"a condition is nested at most {DEEPEST} deep", self._span(token),
                        "give a part of it a name with `define`")  # fmt: skip
        return True

    def _begins_clause(self, token: Token) -> bool:
        return token.first and token.text in _CLAUSES

    # --- indentation that would mislead -------------------------------------------------------------------------------

    def _indentation(self, token: Token) -> None:
        """Clauses after `except` belong to the exception; a line not indented under it looks as if it did not."""
        if not token.first or token.shape is not Shape.WORD or self.start != "file":
            return
        if token.text in DECLARATIONS and self._taken_as_keyword(token):
            self.exception = None
        elif token.text == "except" and self._taken_as_keyword(token):
            if self.exception is not None and token.column > self.exception.column:
                self._misleading(token, "an exception has no exceptions of its own: this one would belong to the rule")
            self.exception = token
        elif self.exception is not None and token.column <= self.exception.column and self._begins_clause(token):
            self._misleading(token, f"this `{token.text}` belongs to the exception above it, but is not indented under it")

    def _misleading(self, token: Token, message: str) -> None:
        help_ = "put it before the first `except` where it is the rule's, or indent it deeper than `except`"
        if token.text == "except":
            help_ = "align the exceptions of a rule"
        self.run_.fault("misleading-indentation", message, self._span(token), help_)

    def _taken_as_keyword(self, token: Token) -> bool:
        return self.run_.keywords.get(token.text) in self.parser.choices()

    # --- errors -------------------------------------------------------------------------------------------------------

    def _recover(self, position: int) -> int:
        """Report the token at `position`, mend the parser's stack, and give the position to go on at."""
        token = self.tokens[position]
        if self.nesting > DEEPEST:
            self.nesting = 0
        elif self._respelt(position):
            return position + 1
        elif self._respelt_before(position):
            return position
        else:
            self._unexpected(token)
        self.run_.torn.add(token.start)
        if self.start != "file":
            return len(self.tokens)
        self._note_lost(position)
        return self._next_clause(position)

    def _respelt(self, position: int) -> bool:
        """Take a misspelt word of the language as the word that was meant."""
        token = self.tokens[position]
        meant = misspelt(token, self._keywords_now()) if token.shape is Shape.WORD else None
        if meant is None:
            return False
        self._misspelling(token, meant)
        return self._feed(replace(token, text=meant))

    def _respelt_before(self, position: int) -> bool:
        """The word before this token was taken as a name, but a misspelt word of the language would fit better."""
        if position == 0 or self.tokens[position - 1].shape is not Shape.WORD:
            return False
        state = self.parser.parser_state
        if not isinstance(state.value_stack[-1], lark.Token) or state.value_stack[-1].type != "IDENT":
            return False
        before, kept = self.tokens[position - 1], (state.state_stack[-1], state.value_stack[-1])
        state.state_stack.pop()
        state.value_stack.pop()
        meant = misspelt(before, self._keywords_now())
        if meant is not None and self._feed(replace(before, text=meant)):
            self._misspelling(before, meant)
            return True
        state.state_stack.append(kept[0])
        state.value_stack.append(kept[1])
        return False

    def _misspelling(self, token: Token, meant: str) -> None:
        self.run_.fault("misspelt-keyword", f"`{token.text}` is not a word of the language", self._span(token),
                        "words of the language are written exactly so", f"did you mean `{meant}`?")  # fmt: skip

    def _keywords_now(self) -> list[str]:
        choices = self.parser.choices()
        return [word for word, type_ in self.run_.keywords.items() if type_ in choices and word.isalpha()]

    def _unexpected(self, token: Token | None) -> None:
        expected = describe(self.parser.choices().keys(), self.run_.keywords)
        if token is None:
            end = len(self.run_.source.text[: self.limits[1]].rstrip())
            start = self.tokens[-1].end if self.tokens else self.limits[0]
            span = Span(self.run_.source.name, min(start, end), min(start, end))
            what = "the cell" if self.start != "file" else "the file"
            self.run_.fault("unexpected-end", f"{what} ends here, but {expected} is needed", span)
            return
        message, help_ = _unexpected_message(token, self.parser, expected)
        self.run_.fault("unexpected-word", message, self._span(token), help_)

    def _note_lost(self, position: int) -> None:
        """The name of the declaration around `position`, should the declaration itself get lost."""
        for back in range(position, -1, -1):
            if self.tokens[back].first and self.tokens[back].text in (*DECLARATIONS, "except"):
                names = self.tokens[back + 1 : back + 3]
                self.run_.lost.update(token.text for token in names if token.shape in (Shape.WORD, Shape.DOTTED))
                return

    def _next_clause(self, position: int) -> int:
        for ahead in range(position, len(self.tokens)):
            token = self.tokens[ahead]
            if ahead == position and not token.first:
                continue
            keyword = self.run_.keywords.get(token.text)
            if (self._begins_clause(token) or token.shape is Shape.TABLE_LINE) and self._drop_to(
                keyword or _SHAPE_TYPES[token.shape]
            ):
                return ahead if ahead > position or token.text in _CLAUSES else ahead + 1
        return len(self.tokens)

    def _drop_to(self, type_: str) -> bool:
        """Drop what is half-read from the parser's stack until it can take a token of this type."""
        state = self.parser.parser_state
        for height in range(len(state.state_stack), 0, -1):
            if _takes(state.parse_conf.states, state.state_stack[:height], type_):
                del state.state_stack[height:]
                del state.value_stack[height - 1 :]
                return True
        return False

    def _span(self, token: Token) -> Span:
        return Span(self.run_.source.name, token.start, token.end)


def _takes(states: Mapping[int, Mapping[str, tuple[object, object]]], stack: list[int], type_: str) -> bool:
    """Whether the parser with this stack, after its reductions, shifts a token of this type."""
    stack = list(stack)
    while type_ in states[stack[-1]]:
        _, target = states[stack[-1]][type_]
        if isinstance(target, int):
            return True
        expansion, origin = _rule(target)
        del stack[len(stack) - expansion :]
        _, above = states[stack[-1]][origin]
        if not isinstance(above, int):
            return False
        stack.append(above)
        if type_ == END and origin == "file":
            return True
    return False


def _rule(target: object) -> tuple[int, str]:
    from lark.grammar import Rule

    assert isinstance(target, Rule)
    return len(target.expansion), target.origin.name


def _unexpected_message(token: Token, parser: InteractiveParser, expected: str) -> tuple[str, str]:
    choices = parser.choices()
    shown = unicodedata.normalize("NFC", token.text).split("\n")[0]
    shown = "this text" if token.shape is Shape.STRING else f"`{shown}`"
    if token.shape is Shape.WORD and "DOTTED" in choices and "IDENT" not in choices:
        return f"{shown} is no name of a fact", "facts have a dot in their names, such as `customer.plan`"
    if token.shape is Shape.DOTTED and "IDENT" in choices:
        return f"{shown} is the name of a fact, but {expected} is needed here", ""
    return f"{shown} cannot stand here: {expected} is needed", ""


# --- the grammar ------------------------------------------------------------------------------------------------------


@cache
def _grammar() -> lark.Lark:
    text = files("kotowari.language").joinpath("grammar.lark").read_text(encoding="utf-8")
    return lark.Lark(text, parser="lalr", lexer="basic", start=_STARTS, keep_all_tokens=True, maybe_placeholders=False)


def _callbacks(grammar: lark.Lark, builder: Builder) -> dict[object, Callable[[list[object]], object]]:
    """Lark's own way from reductions to the builder's methods; a builder belongs to one file."""
    made = ParseTreeBuilder(grammar.rules, lark.Tree, maybe_placeholders=False).create_callback(builder)
    return dict(made)


@cache
def _keywords() -> dict[str, str]:
    """Each word or mark of the language with the name of its terminal."""
    return {terminal.pattern.value: terminal.name for terminal in _grammar().terminals if terminal.pattern.type == "str"}


# Words that begin a clause; after an error the parser goes on at one of them that begins a line.
_CLAUSES = frozenset(DECLARATIONS) | frozenset(
    ["edition", "languages", "zone", "otherwise", "unanswered", "order", "leads", "internal", "serves", "from", "until", "answers", "contact", "is", "to", "call", "ask", "usually", "fixed", "read", "words", "not", "about", "when", "accept", "decline", "escalate", "say", "do", "note", "overrides", "final", "owner", "approved", "review", "example", "counterexample", "except", "one", "every", "sorry", "thanks", "cushion", "answer", "reason", "instead", "next", "close", "nothing"]
)
