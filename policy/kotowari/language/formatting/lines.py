"""Which line each clause stands on: heads of declarations, clauses one a line, blocks with their parts below them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from kotowari.language.formatting.flow import STEP, Line, fits
from kotowari.language.formatting.pieces import is_multiple_junction, pieces
from kotowari.language.formatting.remarks import Remarks
from kotowari.language.formatting.table import grid
from kotowari.language.formatting.tree import Part, Tree, Written, name_of
from kotowari.record import record

# Clauses that say one thing together stand on one line.
_TOGETHER = frozenset({("starts", "until"), ("is_type", "low"), ("is_type", "high"), ("low", "high")})
# What says in a few words what a fact is stands behind its name.
_OF_FACTS = frozenset({"is_type", "low", "high", "usually", "fixed", "internal", "read_from"})
# What these hold stands on their line where there is one or all of it fits, else below, each on a line of its own.
_BLOCKS = frozenset({"do", "ask", "ask_customer", "call", "note"})
_WITHIN_BLOCKS = frozenset({"text", "note_part"})

Group = Sequence[Part]


@record
class Liner:
    """Puts the declarations of a file on lines."""

    written: Written
    remarks: Remarks

    def lines(self) -> Iterator[Line]:
        """The lines of all declarations."""
        for declaration in self.written.declarations:
            yield from self._declaration(declaration)

    def _line(self, indent: int, parts: Iterable[Part]) -> Line:
        return Line(indent, tuple(pieces(self.written.source.text, parts)))

    def _first(self, indent: int, parts: Iterable[Part], word: str) -> Line:
        """The first line of a declaration or exception; where it goes on, it stands deeper than the clauses below."""
        declares = "" if word == "exception" else word
        return replace(self._line(indent, parts), hang=2 * STEP, declares=declares)

    # --- declarations -------------------------------------------------------------------------------------------------

    def _declaration(self, tree: Tree) -> Iterator[Line]:
        match tree.name:
            case "rule" | "table":
                return self._rule(tree, 0)
            case "define":
                return self._define(tree)
            case "tension":
                return self._plain(tree, len(tree.parts))
            case "value" | "strategy" | "script":
                return self._plain(tree, 2)
            case "usual_script":
                of_head = frozenset({"verdict", "labelled", "when"})
                return self._plain(tree, 2 + len(_leading(tree.parts[2:], of_head)))
            case _:
                return self._named(tree)

    def _plain(self, tree: Tree, count: int) -> Iterator[Line]:
        """A declaration whose head is its first parts."""
        yield self._first(0, tree.parts[:count], tree.name)
        yield from self._clauses(tree.parts[count:], STEP)

    def _named(self, tree: Tree) -> Iterator[Line]:
        """A policy, team, fact, topic or label: a name, what people call it, and for some a few words beside that."""
        name, others = tree.parts[:2], tree.parts[2:]
        texts = _leading(others, {"text"})
        clauses = others[len(texts) :]
        beside = _leading(clauses, _OF_FACTS) if tree.name == "fact" else ()
        if tree.name == "team" and len(clauses) == 1:
            beside = clauses
        yield from self._head(tree.name, name, texts, beside)
        yield from self._clauses(clauses[len(beside) :], STEP)

    def _head(self, word: str, name: Group, texts: Group, beside: Group) -> Iterator[Line]:
        """The head of a declaration, with its texts and as many clauses beside them as there is room for."""
        line = self._first(0, [*name, *texts], word)
        groups = _grouped(beside)
        if texts and not fits(line, self.remarks):
            line = self._first(0, name, word)
            groups = [*([text] for text in texts), *groups]
        else:
            held = [*name, *texts]
            while groups and fits(wider := self._first(0, [*held, *groups[0]], word), self.remarks):
                held += groups.pop(0)
                line = wider
        yield line
        for group in groups:
            yield from self._group(group, STEP)

    def _define(self, tree: Tree) -> Iterator[Line]:
        word, name, condition = tree.parts
        yield self._first(0, [word, name], tree.name)
        depth = 0 if is_multiple_junction(condition) else 1
        yield Line(STEP, tuple(pieces(self.written.source.text, [condition], depth)), hang=0)

    def _rule(self, tree: Tree, indent: int) -> Iterator[Line]:
        """A rule, an exception or a table; what it is about stands beside its name where there is room."""
        count = 2 + len(_leading(tree.parts[2:4], {"title", "rows_file"}))
        wider = count + len(_leading(tree.parts[count : count + 1], {"about"}))
        line = self._first(indent, tree.parts[:wider], tree.name)
        if wider > count and not fits(line, self.remarks):
            line, wider = self._first(indent, tree.parts[:count], tree.name), count
        yield line
        yield from self._clauses(tree.parts[wider:], indent + STEP)

    # --- clauses ------------------------------------------------------------------------------------------------------

    def _clauses(self, clauses: Group, indent: int) -> Iterator[Line]:
        for group in _grouped(clauses):
            yield from self._group(group, indent)

    def _group(self, group: Group, indent: int) -> Iterator[Line]:
        first = group[0]
        name = name_of(first)
        if name in {"say", ""}:
            return self._block(indent, group[:1], group[1:], together=len(group) == 2)
        if name == "row":
            return grid(self.written, [part for part in group if isinstance(part, Tree)], indent)
        if isinstance(first, Tree) and name == "exception":
            return self._rule(first, indent)
        if isinstance(first, Tree) and name in _BLOCKS:
            inner = [part for part in first.parts if name_of(part) in _WITHIN_BLOCKS]
            if len(inner) > 1:
                return self._block(indent, first.parts[: -len(inner)], inner)
        return self._one_or_several(indent, group)

    def _block(self, indent: int, head: Group, inner: Group, *, together: bool = True) -> Iterator[Line]:
        """A head with what belongs to it, on one line where it fits and may stand there."""
        line = self._line(indent, [*head, *inner])
        if together and fits(line, self.remarks):
            yield line
            return
        yield self._line(indent, head)
        yield from (self._line(indent + STEP, [part]) for part in inner)

    def _one_or_several(self, indent: int, group: Group) -> Iterator[Line]:
        line = self._line(indent, group)
        if len(group) == 1 or fits(line, self.remarks):
            yield line
        else:
            yield from (self._line(indent, [part]) for part in group)


def _leading(parts: Group, names: Collection[str]) -> Group:
    """The first of `parts` as long as they are among these."""
    return tuple(takewhile(lambda part: name_of(part) in names, parts))


def _grouped(clauses: Group) -> list[list[Part]]:
    """Clauses with those that stand on their line or below them: parts of a reply with their `say` or language."""
    groups: list[list[Part]] = []
    for clause in clauses:
        if groups and _belongs(groups[-1], name_of(clause)):
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return groups


def _belongs(group: Group, name: str) -> bool:
    match name:
        case "part":
            return name_of(group[0]) in {"say", ""}
        case "row":
            return name_of(group[0]) == "row"
        case _:
            return (name_of(group[-1]), name) in _TOGETHER
