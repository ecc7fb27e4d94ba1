"""A whole decision: its parts in the order in which somebody in a conversation needs them."""

from __future__ import annotations

from rich.text import Text

from kotowari_cli.render.changes import change_lines, question_lines
from kotowari_cli.render.read import read_lines
from kotowari_cli.render.reply import handover_lines, reply_lines, step_lines
from kotowari_cli.render.verdict import verdict_lines
from kotowari_cli.render.view import Lines, View
from kotowari_cli.render.why import assumed_lines, evidence_lines, undetermined_lines, why_lines

PARTS = (
    verdict_lines,
    reply_lines,
    question_lines,
    step_lines,
    handover_lines,
    why_lines,
    undetermined_lines,
    assumed_lines,
    read_lines,
    evidence_lines,
    change_lines,
)


def decision_lines(view: View) -> Lines:
    """Every part that has something to say, with an empty line between them."""
    lines: Lines = []
    for part in PARTS:
        found = part(view)
        lines += [Text(), *found] if lines and found else found
    return lines
