"""The first lines: the verdict, to whom and by when, and the verdict of each demand where there are several."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rich.text import Text

from kotowari.diagnostics.display import columns, printable
from kotowari_cli.names import Names
from kotowari_cli.render.view import Lines, View, colour, hanging
from kotowari_cli.shape import Demand, Handover


def verdict_lines(view: View) -> Lines:
    """The verdict of the request, then those of its demands."""
    decision = view.decision
    return [*_head(view), *_remarks(view), *(_demands(view) if len(decision["demands"]) > 1 else [])]


def _head(view: View) -> Lines:
    decision = view.decision
    style = f"bold reverse {colour(decision['verdict'])}"
    word = view.verdict(decision["verdict"])
    if decision["verdict"] == "escalate" and decision["handovers"]:
        return [line for handover in decision["handovers"] for line in _handover(view, word, style, handover)]
    head = Text.assemble((word, style))
    if len(decision["demands"]) == 1:
        head.append(_details(view, decision["demands"][0]))
    return [head]


def _handover(view: View, word: str, style: str, handover: Handover) -> Lines:
    before, after = view.words.to.split("{verdict}")
    head = Text.assemble(before, (word, style), (after.format(team=view.names.team(handover["to"])), "bold"))
    if not handover["respond_by"]:
        return [head]
    return [head, Text("  " + view.words.due.format(by=moment(handover["respond_by"], view.names)))]


def _details(view: View, demand: Demand) -> str:
    """What a demand is about, its label and its grant."""
    parts = [view.names.about(demand["about"])] if demand["about"] else []
    if demand["label"]:
        parts.append(view.names.label(demand["label"]))
    if demand["grant"] is not None:
        parts.append(view.words.granting.format(amount=printable(str(demand["grant"]))))
    return "".join(f"  {part}" for part in parts)


def _remarks(view: View) -> Lines:
    """What is still possible, or that nothing unknown can change the verdict."""
    decision, words = view.decision, view.words
    if decision["verdict"] is not None:
        return hanging(words.settled, view.width) if decision["undetermined"] and decision["rules"] else []
    text = words.could_be.format(verdicts=view.verdicts(decision["possible"]))
    return hanging(text if decision["exact"] else f"{text} {words.at_least_these}", view.width)


def _demands(view: View) -> Lines:
    """A line for each demand; what they are about is as wide as the widest."""
    demands = view.decision["demands"]
    abouts = [view.names.about(demand["about"]) for demand in demands]
    widest = min(max(map(columns, abouts)), view.width // 2)
    lines: Lines = []
    for demand, about in zip(demands, abouts, strict=True):
        space = " " * max(0, widest - columns(about))
        verdict = Text(view.verdict(demand["verdict"]), colour(demand["verdict"]))
        lines.append(Text.assemble(f"  {about}{space}  ", verdict, _details(view, {**demand, "about": []})))
    return lines


def moment(text: str, names: Names) -> str:
    """An ISO 8601 moment on the clocks of the policy, with the day of the week and the offset."""
    at, words = datetime.fromisoformat(text).astimezone(ZoneInfo(names.model.zone)), names.words
    offset = "UTC" if not at.utcoffset() else f"{at:%z}"[:3] + ":" + f"{at:%z}"[3:5]
    day = words.weekdays.split()[at.weekday()]
    return words.moment.format(day=f"{at:%Y-%m-%d}", weekday=day, clock=f"{at:%H:%M}", offset=offset)
