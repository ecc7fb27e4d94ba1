"""What was added to a policy, removed, changed and renamed, by meaning: layout, files and order play no part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Final, TypeAlias, cast

from kotowari.api import Policy
from kotowari.comparison.canon import Renamed, canon, member
from kotowari.comparison.edits import Edit, edits, edits_of
from kotowari.diagnostics.span import Span
from kotowari.model.model import Model, Principle, Rule, UsualScript
from kotowari.record import record

# Each kind after those that its declarations name, so that their new names are known.
_KINDS: Final = ("principles", "labels", "teams", "topics", "facts", "definitions", "scripts", "tables", "rules")
_WORDS: Final[Mapping[str, str]] = {
    "labels": "label",
    "teams": "team",
    "topics": "topic",
    "facts": "fact",
    "definitions": "definition",
    "scripts": "script",
    "tables": "table",
}
_HEAD: Final = ("name", "texts", "edition", "languages", "zone", "order", "otherwise", "unanswered")
_NUMBERED: Final = re.compile(r".*/[0-9]+")

Declared: TypeAlias = object
Pair: TypeAlias = "tuple[str | None, str | None]"


class Status(StrEnum):
    """What became of a declaration; a renamed one may be changed as well."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


@record
class Item:
    """A declaration that is not what it was.

    `sort` is the word of the language for it, `was` its former name where it is renamed, `source` its place (of what is
    removed the former one), None where it has none of its own.
    """

    sort: str
    name: str
    status: Status
    was: str | None = None
    edits: tuple[Edit, ...] = ()
    source: str | None = None


def structure(old: Policy, new: Policy) -> tuple[Item, ...]:
    """Everything that is different about two policies, by kind and name, rules first; empty for the same policy."""
    return tuple(sorted(_Comparison(old, new).items(), key=lambda item: (_rank(item.sort), item.name, item.status)))


_ORDER: Final = ("policy", "rule", "exception", "row", "table", "definition", "fact", "topic", "value", "strategy",
                 "team", "label", "script", "usual script", "tension", "complete over")  # fmt: skip


def _rank(sort: str) -> int:
    return _ORDER.index(sort)


class _Comparison:
    """Compares kind by kind, and learns on the way what is only renamed."""

    def __init__(self, old: Policy, new: Policy) -> None:
        self.old, self.new = old, new
        self.names: dict[str, dict[str, str]] = {}
        self.renamed = Renamed(self.names)

    def items(self) -> Iterator[Item]:
        pairs = {kind: list(self._pairs(kind)) for kind in _KINDS}
        yield from self._head()
        for kind in _KINDS:
            for pair in pairs[kind]:
                yield from self._item(kind, *pair)
        for field, word in (("usual_scripts", "usual script"), ("tensions", "tension"), ("complete", "complete over")):
            yield from self._listed(field, word)

    def _head(self) -> Iterator[Item]:
        found = [
            edit
            for field in _HEAD
            if member(field, (before := getattr(self.old.model, field)), self.renamed)
            != member(field, (after := getattr(self.new.model, field)), Renamed())
            for edit in edits_of(field, before, after)
        ]
        if found:
            model = self.new.model
            yield Item("policy", model.name, Status.CHANGED, None, tuple(found), _place(self.new, model))

    # --- what belongs together ----------------------------------------------------------------------------------------

    def _pairs(self, kind: str) -> Iterator[Pair]:
        old, new = _all(self.old.model, kind), _all(self.new.model, kind)
        left, right = dict(old), dict(new)
        renamed: dict[str, str] = {}
        self.names[kind] = renamed
        if kind == "rules":
            yield from self._rows(left, right)
        for name in [name for name in left if name in right]:
            del left[name], right[name]
            yield name, name
        for was, name in self._renames(kind, left, right):
            renamed[was] = name
            del left[was], right[name]
            yield was, name
        yield from ((name, None) for name in left)
        yield from ((None, name) for name in right)

    def _renames(
        self, kind: str, old: Mapping[str, Declared], new: Mapping[str, Declared]
    ) -> Iterator[tuple[str, str]]:
        """What is the same but for its name; of rules also what decides the same, and then what has the same title."""
        taken: set[str] = set()
        for essence in (_whole, _deciding, _titled) if kind == "rules" else (_whole,):
            by_meaning: dict[Hashable, list[str]] = defaultdict(list)
            for name in sorted(new.keys() - taken):
                by_meaning[essence(new[name], Renamed())].append(name)
            for was in sorted(old.keys() - taken):
                # Exceptions follow their rules, which have longer to wait for nothing: those come first.
                alike = by_meaning[essence(old[was], self.renamed)]
                if alike:
                    name = alike.pop(0)
                    taken |= {was, name}
                    self.names[kind][was] = name
                    yield was, name

    def _rows(self, left: dict[str, Declared], right: dict[str, Declared]) -> Iterator[Pair]:
        """Rows that are known by their number alone: first those that are the same, then the others in order."""
        tables = sorted({_table(one) for one in (*left.values(), *right.values())} - {""})
        for table in tables:
            old, new = (
                {name: one for name, one in side.items() if _table(one) == table and _NUMBERED.fullmatch(name)}
                for side in (left, right)
            )
            for name in (*old,):
                del left[name]
            for name in (*new,):
                del right[name]
            for was, name in list(self._same_rows(old, new)):
                del old[was], new[name]
            rest = sorted(old, key=_number), sorted(new, key=_number)
            shared = min(map(len, rest))
            yield from zip(rest[0][:shared], rest[1][:shared], strict=True)
            yield from ((name, None) for name in rest[0][shared:])
            yield from ((None, name) for name in rest[1][shared:])

    def _same_rows(self, old: Mapping[str, Declared], new: Mapping[str, Declared]) -> Iterator[tuple[str, str]]:
        by_meaning: dict[Hashable, list[str]] = defaultdict(list)
        for name in sorted(new, key=_number):
            by_meaning[_whole(new[name], Renamed())].append(name)
        for was in sorted(old, key=_number):
            alike = by_meaning[_whole(old[was], self.renamed)]
            if alike:
                yield was, alike.pop(0)

    # --- what became of it --------------------------------------------------------------------------------------------

    def _item(self, kind: str, was: str | None, name: str | None) -> Iterator[Item]:
        old = None if was is None else _all(self.old.model, kind)[was]
        new = None if name is None else _all(self.new.model, kind)[name]
        if name is None or was is None:
            policy, known, status = (self.old, was, Status.REMOVED) if name is None else (self.new, name, Status.ADDED)
            one = old if name is None else new
            yield Item(_sort(kind, one), known or "", status, None, (), _place(policy, one))
            return
        renamed = was != name and not (_NUMBERED.fullmatch(name) and _table(new))
        found = (*self._edits(kind, old, new), *(self._allowed(was, name) if kind == "scripts" else ()))
        if found or renamed:
            status = Status.RENAMED if renamed else Status.CHANGED
            yield Item(_sort(kind, new), name, status, was if renamed else None, found, _place(self.new, new))

    def _edits(self, kind: str, old: Declared, new: Declared) -> tuple[Edit, ...]:
        if kind == "scripts":
            return tuple(edits_of("say", old, new)) if canon(old, self.renamed) != canon(new) else ()
        return edits(old, new, self.renamed, frozenset({"rows"} if kind == "tables" else ()))

    def _allowed(self, was: str, name: str) -> Sequence[Edit]:
        """What scripts allow stands beside them in the model, since they have nothing but their parts."""
        old, new = self.old.model.script_allows.get(was, ()), self.new.model.script_allows.get(name, ())
        return tuple(edits_of("allow", old, new)) if canon(old) != canon(new) else ()

    def _listed(self, field: str, word: str) -> Iterator[Item]:
        """Declarations without a name, known by what they are for."""
        old = _by_key(getattr(self.old.model, field), self.renamed)
        new = _by_key(getattr(self.new.model, field), Renamed())
        for key in sorted({*old, *new}, key=repr):
            before, after = old.get(key), new.get(key)
            policy, one = (self.old, before) if after is None else (self.new, after)
            name, place = _shown(one), _place(policy, one)
            if before is None or after is None:
                yield Item(word, name, Status.ADDED if before is None else Status.REMOVED, None, (), place)
            elif found := edits(before, after, self.renamed):
                yield Item(word, name, Status.CHANGED, None, found, place)


def _all(model: Model, kind: str) -> Mapping[str, Declared]:
    found = cast("Mapping[str, Declared]", getattr(model, kind))
    return {name: one for name, one in found.items() if not getattr(one, "built_in", False)}


def _whole(one: Declared, renamed: Renamed) -> Hashable:
    """All that a declaration says but its name."""
    if isinstance(one, Mapping):  # a script has nothing but its parts
        return canon(cast("object", one), renamed)
    held = ((each.name, getattr(one, each.name)) for each in fields(cast("Rule", one)) if each.compare)
    return tuple((name, member(name, value, renamed)) for name, value in held if name not in ("name", "rows"))


def _deciding(one: Declared, renamed: Renamed) -> Hashable:
    """What a rule decides, and when."""
    assert isinstance(one, Rule)
    return tuple(member(name, getattr(one, name), renamed) for name in ("about", "condition", "outcome", "parent"))


def _titled(one: Declared, renamed: Renamed) -> Hashable:
    """The title of a rule and what it is about; without a title nothing that another rule has."""
    assert isinstance(one, Rule)
    if one.title is None:
        return one.name, id(one)
    return one.title, member("about", one.about, renamed), member("parent", one.parent, renamed)


def _table(one: Declared) -> str:
    return (one.table or "") if isinstance(one, Rule) else ""


def _number(name: str) -> int:
    return int(name.rpartition("/")[2])


def _sort(kind: str, one: Declared) -> str:
    match one:
        case Principle():
            return "strategy" if one.is_strategy else "value"
        case Rule():
            return "exception" if one.parent else "row" if one.table else "rule"
        case _:
            return _WORDS[kind]


def _place(policy: Policy, one: Declared) -> str | None:
    span = getattr(one, "span", None)
    return policy.place(span.source, span.start) if isinstance(span, Span) else None


def _by_key(listed: Sequence[Declared], renamed: Renamed) -> dict[Hashable, Declared]:
    return {_key(one, renamed): one for one in listed}


def _key(one: Declared, renamed: Renamed) -> Hashable:
    names: Iterable[str] = ("verdict", "label", "condition") if isinstance(one, UsualScript) else ("rules", "facts")
    return tuple(member(name, getattr(one, name), renamed) for name in names if hasattr(one, name))


def _shown(one: Declared) -> str:
    if isinstance(one, UsualScript):
        words = [word for word in (one.verdict, one.label) if word]
        return " ".join([*words, *([f"when {one.condition.clause}"] if one.condition else [])]) or "any verdict"
    names = cast("tuple[str, ...]", getattr(one, "rules", None) or getattr(one, "facts", ()))
    return ", ".join(names)
