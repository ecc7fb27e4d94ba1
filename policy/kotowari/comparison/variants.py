"""A policy as it might be: rules switched off, declarations changed or added."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

from kotowari.api import Policy, compile_policy
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.language.parse import parse
from kotowari.language.table_paths import has_rows, path_of
from kotowari.record import record


@record
class Variant:
    """A policy that was changed, and how: declarations `replaced` and `added`, rules that it is `without`."""

    policy: Policy
    replaced: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def without(policy: Policy, names: Iterable[str]) -> Policy:
    """The policy with these rules switched off: rules with their exceptions, rows, or all rows of a table."""
    model = policy.model
    off = set(names)
    off |= {rule.name for rule in model.rules.values() if rule.parent in off or rule.table in off}
    rules = {name: rule for name, rule in model.rules.items() if name not in off}
    tables = {
        name: replace(table, rows=tuple(row for row in table.rows if row not in off))
        for name, table in model.tables.items()
    }
    words = f"{model.digest} without {', '.join(sorted(off))}"
    digest = "sha256:" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    # A new one, since the policy may be of a kind that was made ready with all of its rules.
    return Policy(replace(model, rules=rules, tables=tables, digest=digest), policy.diagnostics, policy.sources)


def with_declarations(policy: Policy, *groups: Mapping[str, str]) -> Variant:
    """The policy with the declarations of further files, which replace those of the same kind and name.

    Each group of files has the rows that its tables name; files of the same name in other groups, or in the policy,
    are others. Raises PolicyError where what comes of it does not compile.
    """
    own = {name: source.text for name, source in policy.sources.items()}
    named: dict[str, str] = {}
    for group in groups:
        named |= _apart(group, {*own, *named})
    new = {key: shown for name, text in named.items() for key, shown, _ in _declared(name, text)}
    kept: dict[str, str] = {}
    replaced: list[str] = []
    for name, text in own.items():
        old = [(shown, span) for key, shown, span in _declared(name, text) if key in new]
        replaced += [shown for shown, _ in old]
        kept[name] = _blanked(text, [span for _, span in old])
    added = [shown for shown in new.values() if shown not in replaced]
    changed = compile_policy({**kept, **named})
    return Variant(changed, tuple(sorted(replaced)), tuple(sorted(added)))


def rows_named(rule_file: Source) -> dict[str, str]:
    """The tables of a rule file whose rows stand in files of their own: by the paths of these from the rule file."""
    tables = (one for one in parse(rule_file).file.declarations if isinstance(one, n.Table) and one.file)
    paths = ((path_of("", table.file.plain if table.file else ""), table.name.text) for table in tables)
    return {path: name for path, name in paths if path is not None}


def _apart(files: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """The files, in a folder of their own where one of their names is taken."""
    while any(name in taken for name in files):
        files = {f"what-if/{name}": text for name, text in files.items()}
    return dict(files)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with nothing but white space at these places, so that all others keep theirs."""
    for span in spans:
        gone = "".join(char if char == "\n" else " " for char in text[span.start : span.end])
        text = text[: span.start] + gone + text[span.end :]
    return text


def _declared(name: str, text: str) -> Iterator[tuple[Hashable, str, Span]]:
    """The declarations of a file: by what they are known, how they are shown, and where they stand."""
    if has_rows(name):
        return
    for declaration in parse(Source(name, text)).file.declarations:
        kind, known_by, shown = _known_by(declaration)
        yield (kind, known_by), shown, declaration.span


def _known_by(declaration: n.Declaration) -> tuple[str, Hashable, str]:
    match declaration:
        case n.Policy():
            return "policy", "", "policy"
        case n.UsualScript():
            words = (node.text for node in (declaration.verdict, declaration.label) if node is not None)
            key = repr((declaration.verdict, declaration.label, declaration.condition))
            return "usual script", key, " ".join(("usual script", *words))
        case n.Tension():
            rules = ", ".join(sorted(rule.text for rule in declaration.rules))
            return "tension", rules, f"tension {rules}"
        case _:
            return type(declaration).__name__.lower(), declaration.name.text, declaration.name.text
