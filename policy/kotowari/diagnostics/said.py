"""Sentences that can be said again in another language.

The English sentence is the key to all others, as in gettext: `say` makes it, and whoever shows it to a person asks
for it in another language (`telling.py`). What is put into a sentence has a name, so that every language may order it
anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from typing import LiteralString, Self, TypeAlias

    Part: TypeAlias = str | int | float | Decimal | date


class Said(str):
    """An English sentence that remembers what it was made of: its `template`, and the `values` put into it.

    As text it is that English sentence. Whatever makes a new text of it (`+`, `replace`, slicing, an f-string) makes
    English alone. `key` is what catalogues have it under.
    """

    __slots__ = ("key", "template", "values")
    template: str
    values: Mapping[str, Part]
    key: str

    def __new__(cls, template: str, values: Mapping[str, Part], key: str = "") -> Self:
        """The sentence; values are data, in which braces have no meaning."""
        said = super().__new__(cls, template.format(**values))
        said.template, said.values, said.key = template, values, key or template
        return said

    def __reduce__(self) -> tuple[type[Said], tuple[str, Mapping[str, Part], str]]:
        return Said, (self.template, self.values, self.key)


class Several(str):
    """Several texts one after the other: `a`, `b` or `c`. `between` joins them, but `last` joins the last one."""

    __slots__ = ("between", "last", "parts")
    parts: tuple[str, ...]
    between: str
    last: str

    def __new__(cls, parts: tuple[str, ...], between: str, last: str) -> Self:
        """All of them in English."""
        several = super().__new__(cls, _joined(parts, between, last))
        several.parts, several.between, several.last = parts, between, last
        return several

    def __reduce__(self) -> tuple[type[Several], tuple[tuple[str, ...], str, str]]:
        return Several, (self.parts, self.between, self.last)


def say(template: LiteralString, /, **values: Part) -> Said:
    """A sentence of the program. `{name}` in the template is the value of that name, `{{` a brace.

    Values are text as it stands, numbers and dates, or what is said itself, which is then said in the other language.
    """
    return Said(template, values)


def say_as(sense: LiteralString, template: LiteralString, /, **values: Part) -> Said:
    """`say`, where other languages have several words for one English one: catalogues have it as `[sense]template`."""
    return Said(template, values, f"[{sense}]{template}")


def several(parts: Iterable[str], between: str, last: str | None = None) -> Several:
    """The parts with `between` between them, and `last` before the last one; all are said in the other language."""
    return Several(tuple(parts), between, between if last is None else last)


def comma_list(parts: Iterable[str]) -> Several:
    """`a`, `b`, `c`."""
    return several(parts, say(", "))


def or_list(parts: Iterable[str]) -> Several:
    """`a`, `b` or `c`."""
    return several(parts, say(", "), say(" or "))


def and_list(parts: Iterable[str]) -> Several:
    """`a`, `b` and `c`: things."""
    return several(parts, say(", "), say(" and "))


def and_clauses(parts: Iterable[str]) -> Several:
    """`a` and `b` and `c`: what all holds together."""
    return several(parts, say_as("clauses", " and "))


def _joined(parts: tuple[str, ...], between: str, last: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{between.join(parts[:-1])}{last}{parts[-1]}"
