"""JSON as it goes out: UTF-8 whatever the terminal, and nothing in it that a terminal would obey."""

from __future__ import annotations

import json
import re

import click

from kotowari.diagnostics.display import UNPRINTABLE


def one_line(value: object) -> bytes:
    """`value` as one line of JSON with its line feed."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{UNPRINTABLE.sub(_escaped, text)}\n".encode()


def pretty(value: object) -> bytes:
    """`value` as indented JSON with a line feed at its end."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return f"{UNPRINTABLE.sub(_escaped_but_lines, text)}\n".encode()


def write(data: bytes) -> None:
    """Write to standard output as it is."""
    click.echo(data, nl=False)


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _escaped_but_lines(match: re.Match[str]) -> str:
    return match[0] if match[0] == "\n" else _escaped(match)
