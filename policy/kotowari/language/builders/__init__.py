"""From the parser's reductions to nodes: for each rule of grammar.lark a function that makes its node of the parts.

Words of the language stay among the parts, for their places. What of the order of clauses no grammar says (parts
belong to the `say` before them) is put together here.
"""

from __future__ import annotations

from functools import partial

from kotowari.language.builders.clauses import CLAUSES
from kotowari.language.builders.conditions import CONDITIONS
from kotowari.language.builders.context import DEEPEST, Context
from kotowari.language.builders.declarations import DECLARATIONS
from kotowari.language.builders.rules import RULES, Lines
from kotowari.language.builders.values import VALUES
from kotowari.language.stack import Build

__all__ = ["DEEPEST", "Context", "Lines", "builder"]


def builder(context: Context) -> Build:
    """The makers of all nodes, by the names of their rules, for one source."""
    makers = {**VALUES, **CONDITIONS, **CLAUSES, **DECLARATIONS, **RULES}
    return {name: partial(maker, context) for name, maker in makers.items()}
