"""Rules, tables and scripts."""

from __future__ import annotations

from itertools import groupby

from kotowari.diagnostics.said import say, say_as
from kotowari.language import nodes as n
from kotowari.language.builders.context import Context, Makers, a, first, keep, kept, only
from kotowari.language.stack import Kid
from kotowari.language.tokens import Leaf
from kotowari.record import record


@record
class Lines(n.Node):
    """A table whose rows are still lines, from bar to bar."""

    table: n.Table
    lines: tuple[Leaf, ...]


def _rule(at: Context, kids: list[Kid]) -> n.Rule:
    title = next(iter(only(n.String, kids)), None)
    clauses = tuple(clause for clause in _grouped(at, kids[2:]) if not isinstance(clause, n.Allow))
    return n.Rule(at.span(kids), at.name(kids[1]), title, clauses, only(n.Rule, kids), only(n.Allow, kids))


def _grouped(at: Context, kids: list[Kid]) -> list[n.RuleClause | n.Allow]:
    """Parts belong to the `say` before them; `nothing instead` before any `say` holds for every language."""
    found: list[n.RuleClause | n.Allow] = []
    for is_part, group in groupby(kids, lambda kid: isinstance(kid, n.Part)):
        if is_part:
            parts = only(n.Part, list(group))
            last = found[-1] if found else None
            say = last if isinstance(last, n.Say) else None
            found[len(found) - (say is not None) :] = _said(at, say, parts)
        else:
            found.extend(kid for kid in group if isinstance(kid, n.RuleClause | n.Allow))
    return found


def _said(at: Context, say: n.Say | None, parts: tuple[n.Part, ...]) -> list[n.RuleClause]:
    """The first part turns what looked like a script's name into a language."""
    span = parts[0].span.to(parts[-1].span)
    if say is not None:
        block = n.Block(say.span.to(span), say.script, parts)
        return [n.Say(block.span, say.only, None, block)]
    _without_language(at, parts, "`say`", say_as("words", "say en"))
    return [n.Say(span, only=False, script=None, block=n.Block(span, None, parts))]


def _without_language(at: Context, parts: tuple[n.Part, ...], what: str, example: str) -> None:
    """Only `nothing instead` is said in no language; the first part with words is reported."""
    for part in parts:
        if part.words is not None:
            at.fault(
                "part-without-say",
                say("`{part}` stands behind no {what}", part=part.part, what=what),
                part.span,
                say(
                    "write `{example}` (or another language) before it: `{example} {part} …`",
                    example=example,
                    part=part.part,
                ),
            )
            return


def _table(at: Context, kids: list[Kid]) -> Lines:
    clauses = tuple(kid for kid in kids if isinstance(kid, n.Names | n.When | n.Clause))
    title = next(iter(only(n.String, kids)), None)
    file = next((at.string(a(Leaf, kid[1])) for kid in kept(kids, "from")), None)
    table = n.Table(at.span(kids), at.name(kids[1]), title, clauses, (), (), file)
    lines = tuple(kid for kid in only(Leaf, kids) if kid.terminal == "TABLE_LINE")
    return Lines(table.span, table, lines)


def _script(at: Context, kids: list[Kid]) -> n.Script:
    return n.Script(at.span(kids), at.name(kids[1]), _blocks(at, kids[2:]), only(n.Allow, kids))


def _usual_script(at: Context, kids: list[Kid]) -> n.UsualScript:
    verdict = next(iter(only(n.Name, kids)), None)
    label = next((at.name(kid[1]) for kid in kept(kids, "as")), None)
    when = next((kid.condition for kid in only(n.When, kids)), None)
    return n.UsualScript(at.span(kids), verdict, label, when, _blocks(at, kids[2:]), only(n.Allow, kids))


def _blocks(at: Context, kids: list[Kid]) -> tuple[n.Block, ...]:
    """A name begins the parts of a language, and what is no part ends them."""
    found: list[n.Block] = []
    before: Kid | None = None
    for is_part, group in groupby(kids, lambda kid: isinstance(kid, n.Part)):
        if not is_part:
            others = list(group)
            before = others[-1]
            found.extend(n.Block(at.place(kid), at.name(kid), ()) for kid in only(Leaf, others))
            continue
        parts = only(n.Part, list(group))
        span = parts[0].span.to(parts[-1].span)
        if isinstance(before, Leaf) and found:
            found[-1] = n.Block(found[-1].span.to(span), found[-1].language, parts)
        else:
            _without_language(at, parts, say("language"), say_as("words", "en"))
            found.append(n.Block(span, None, parts))
    return tuple(found)


def _file(_: Context, kids: list[Kid]) -> Kid:
    return tuple(kids)


RULES: Makers = {
    "rule": _rule,
    "exception": _rule,
    "table": _table,
    "rows_file": keep,
    "row": first,
    "script": _script,
    "usual_script": _usual_script,
    "file": _file,
}
