"""What to send: the reply and the hand-over notes between two lines, with nothing beside them that would be copied."""

from __future__ import annotations

from rich.text import Text

from kotowari.diagnostics.display import columns, printable
from kotowari_cli.render.view import Lines, View, hanging, heading, paragraphs


def reply_lines(view: View) -> Lines:
    """The reply, or that it waits for an answer."""
    reply = view.decision["reply"]
    if reply is None:
        waits = view.decision["verdict"] is not None and bool(view.decision["ask"])
        return hanging(view.words.waits, view.width, indent="") if waits else []
    language = view.words.languages.get(reply["language"], printable(reply["language"]))
    return _framed(view.words.reply.format(language=language), reply["text"], view.width)


def handover_lines(view: View) -> Lines:
    """The note for each team."""
    lines: Lines = []
    for handover in view.decision["handovers"]:
        title = view.words.handover.format(team=view.words.inline(view.names.team(handover["to"])))
        lines += _framed(title, handover["note"], view.width)
    return lines


def step_lines(view: View) -> Lines:
    """What the agent does, in order."""
    steps = view.decision["do"]
    if not steps:
        return []
    lines: Lines = [heading(view.words.do)]
    for number, step in enumerate(steps, 1):
        lines += hanging(printable(step), view.width, mark=f"{number}. ")
    return lines


def _framed(title: str, text: str, width: int) -> Lines:
    rest = max(3, width - columns(title) - 5)
    top = Text.assemble(("─── ", "dim"), (title, "bold"), (f" {'─' * rest}", "dim"))
    body = paragraphs(printable(text, lines=True).strip("\n"), width)
    return [top, Text(), *body, Text(), Text("─" * width, "dim")]
