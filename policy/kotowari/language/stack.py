"""The parser's stack: it takes leaves one by one and turns what is complete into nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, KeysView, Mapping, Sequence
from typing import TypeAlias

from kotowari.language import nodes as n
from kotowari.language.grammar import END, Grammar, Reduction
from kotowari.language.tokens import Leaf
from kotowari.record import record

# What a rule of the grammar is made of: leaves, nodes, and what other rules keep as it is.
Kid: TypeAlias = "Leaf | n.Node | tuple[Kid, ...]"
Build: TypeAlias = Mapping[str, Callable[[list[Kid]], Kid]]


@record
class _Many:
    """Parts of a repetition. A chain, so that a saved stack stays as it was when more are added."""

    before: _Many | None
    kids: tuple[Kid, ...]


_Value: TypeAlias = "Kid | _Many"


@record
class Saved:
    """A stack as it was."""

    states: tuple[int, ...]
    values: tuple[_Value, ...]


class Stack:
    """One parse under way."""

    def __init__(self, grammar: Grammar, start: str, build: Build) -> None:
        self._grammar = grammar
        self._build = build
        self._states = [grammar.starts[start]]
        self._values: list[_Value] = []
        self._end = grammar.ends[start]

    # --- going on -----------------------------------------------------------------------------------------------------

    def push(self, leaf: Leaf) -> bool:
        """Take a leaf; where none of its kind can stand, the answer is no and nothing changes."""
        saved = self.save()
        while True:
            action = self._grammar.actions[self._states[-1]].get(leaf.terminal)
            if action is None:
                self.restore(saved)
                return False
            if isinstance(action, int):
                self._states.append(action)
                self._values.append(leaf)
                return True
            self._reduce(action)

    def finish(self) -> Kid | None:
        """The whole; None where something is missing, and then nothing changes."""
        saved = self.save()
        while self._states[-1] != self._end:
            action = self._grammar.actions[self._states[-1]].get(END)
            if not isinstance(action, Reduction):
                self.restore(saved)
                return None
            self._reduce(action)
        found = self._values[-1]
        return None if isinstance(found, _Many) else found

    def _reduce(self, step: Reduction) -> None:
        height = len(self._values) - step.size
        values = self._values[height:]
        del self._values[height:], self._states[height + 1 :]
        self._values.append(_joined(values) if step.helper else self._made(step, _flat(values)))
        target = self._grammar.actions[self._states[-1]][step.name]
        assert isinstance(target, int)
        self._states.append(target)

    def _made(self, step: Reduction, kids: list[Kid]) -> Kid:
        return kids[0] if step.single and len(kids) == 1 else self._build[step.name](kids)

    # --- looking ahead ------------------------------------------------------------------------------------------------

    def choices(self) -> KeysView[str]:
        """The terminals that may come next, besides names of rules; a few of them may turn out not to."""
        return self._grammar.actions[self._states[-1]].keys()

    @property
    def state(self) -> int:
        """The state on top."""
        return self._states[-1]

    def states(self) -> list[int]:
        """The states, to look ahead with `after`."""
        return list(self._states)

    def after(self, states: Sequence[int], terminal: str) -> list[int] | None:
        """The states after one more leaf of this kind, or None where none can stand."""
        found = list(states)
        while True:
            action = self._grammar.actions[found[-1]].get(terminal)
            if action is None:
                return None
            if isinstance(action, int):
                found.append(action)
                return found
            del found[len(found) - action.size :]
            target = self._grammar.actions[found[-1]][action.name]
            assert isinstance(target, int)
            found.append(target)
            if terminal == END and target == self._end:
                return found

    # --- after an error -----------------------------------------------------------------------------------------------

    def save(self) -> Saved:
        """The stack as it is."""
        return Saved(tuple(self._states), tuple(self._values))

    def restore(self, saved: Saved) -> None:
        """The stack as it was."""
        self._states, self._values = list(saved.states), list(saved.values)

    def pop_name(self, *, of_fact: bool = False) -> bool:
        """Take back the last leaf where it was taken as a name, `of_fact` or not; the answer says whether it was."""
        last = self._values[-1] if self._values else None
        if not isinstance(last, Leaf) or last.terminal != ("DOTTED" if of_fact else "IDENT"):
            return False
        del self._values[-1], self._states[-1]
        return True

    def drop_to(self, terminal: str) -> bool:
        """Drop what is half-read until a leaf of this kind can stand."""
        for height in range(len(self._states), 0, -1):
            if self.after(self._states[:height], terminal):
                del self._states[height:], self._values[height - 1 :]
                return True
        return False


def _joined(values: Iterable[_Value]) -> _Many:
    first, *rest = values
    if isinstance(first, _Many):
        return _Many(first, tuple(_flat(rest)))
    return _Many(None, tuple(_flat([first, *rest])))


def _flat(values: Iterable[_Value]) -> list[Kid]:
    kids: list[Kid] = []
    for value in values:
        if isinstance(value, _Many):
            kids.extend(_unchained(value))
        else:
            kids.append(value)
    return kids


def _unchained(many: _Many) -> list[Kid]:
    chain: list[_Many] = []
    link: _Many | None = many
    while link is not None:
        chain.append(link)
        link = link.before
    return [kid for link in reversed(chain) for kid in link.kids]
