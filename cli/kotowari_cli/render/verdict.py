"""The first lines: the verdict, to whom and by when, and the verdict of each demand where there are several."""

from __future__ import annotations

from datetime import datetime

from rich.text import Text

from kotowari.diagnostics.display import columns, printable
from kotowari.model.calendar import wall_clock
from kotowari_cli.names import Names
from kotowari_cli.render.view import Lines, View, colour, hanging
from kotowari_cli.shape import Demand, Handover


def verdict_lines(view: View) -> Lines:
    """The verdict of the request, then those of its demands."""
    decision = view.decision
    return [*_head(view), *_remarks(view), *(_demands(view) if len(decision["demands"]) > 1 else [])]


def _head(view: View) -> Lines:
    """The verdict with what it is about, or with every team that takes over."""
    decision = view.decision
    style = f"bold reverse {colour(decision['verdict'])}"
    word = view.verdict(decision["verdict"])
    details = _details(view, decision["demands"][0]) if len(decision["demands"]) == 1 else ""
    if decision["verdict"] == "escalate" and decision["handovers"]:
        teams = [line for handover in decision["handovers"] for line in _handover(view, word, style, handover)]
        return [*teams, *(hanging(details, view.width) if details else [])]
    return _styled(view, word, style, details, "")


def _handover(view: View, word: str, style: str, handover: Handover) -> Lines:
    before, after = view.words.to.split("{verdict}")
    head = Text.assemble(before, (word, style), (after.format(team=view.names.team(handover["to"])), "bold"))
    if not handover["respond_by"]:
        return [head]
    due = view.words.due.format(by=moment(handover["respond_by"], view.names))
    return [head, *hanging(due, view.width)]


def _styled(view: View, word: str, style: str, details: str, before: str) -> Lines:
    """A verdict in its colour, with what follows it, behind `before`."""
    lines = hanging(f"{word}  {details}".rstrip(), view.width, indent="", mark=before)
    lines[0].stylize(style, len(before), len(before) + len(word))
    return lines


def _details(view: View, demand: Demand) -> str:
    """What a demand is about, its label and its grant."""
    parts = [view.names.about(demand["about"])] if demand["about"] else []
    if demand["label"]:
        parts.append(view.names.label(demand["label"]))
    if demand["grant"] is not None:
        parts.append(view.words.granting.format(amount=printable(str(demand["grant"]))))
    return "  ".join(parts)


def _remarks(view: View) -> Lines:
    """What is still possible, or that nothing unknown can change the verdict."""
    decision, words = view.decision, view.words
    if decision["verdict"] is not None:
        return hanging(words.settled, view.width) if decision["undetermined"] and decision["rules"] else []
    text = words.could_be.format(verdicts=view.verdicts(decision["possible"]))
    return hanging(text if decision["exact"] else text + words.at_least_these, view.width)


def _demands(view: View) -> Lines:
    """A line for each demand; what they are about is as wide as the widest."""
    demands = view.decision["demands"]
    abouts = [view.names.about(demand["about"]) for demand in demands]
    widest = max(map(columns, abouts))
    lines: Lines = []
    for demand, about in zip(demands, abouts, strict=True):
        before = f"  {about}{' ' * (widest - columns(about))}  "
        details = _details(view, {**demand, "about": []})
        lines += _styled(view, view.verdict(demand["verdict"]), colour(demand["verdict"]), details, before)
    return lines


def moment(text: str, names: Names) -> str:
    """An ISO 8601 moment on the clocks of the policy, with the day of the week."""
    at = wall_clock(datetime.fromisoformat(text), names.zone)
    weekday = names.words.weekdays.split()[at.weekday()]
    return names.words.moment.format(
        day=at.date().isoformat(), weekday=weekday, clock=f"{at:%H:%M}", zone=names.model.zone
    )
