"""What a test reads of the program's own source."""

from __future__ import annotations

import ast


def called(node: ast.Call) -> str:
    """The name of what is called; empty where it has none."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
