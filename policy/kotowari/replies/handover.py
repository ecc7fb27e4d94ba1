"""Notes to the teams that take over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kotowari.engine.decision import Ruling
from kotowari.model.model import REQUEST_TEXT, Model, Verdict
from kotowari.record import record
from kotowari.replies.evidence import Evidence, evidence
from kotowari.replies.handover_points import Case, points
from kotowari.replies.handover_words import note_words
from kotowari.replies.layout import Reply
from kotowari.replies.speakers import Speaker, respond_by, speakers, within_of


@record
class Handover:
    """What a team is told: `respond_by` is absolute, None where nobody said within how long it answers."""

    to: str
    respond_by: datetime | None
    note: str


def handovers(model: Model, ruling: Ruling, reply: Reply | None) -> tuple[Handover, ...]:
    """One note for each team, the most urgent first; `reply` is what the customer is told meanwhile."""
    teams: dict[str, list[Speaker]] = {}
    for speaker in speakers(model, ruling):
        if speaker.outcome.verdict is Verdict.ESCALATE and speaker.outcome.team:
            teams.setdefault(speaker.outcome.team, []).append(speaker)
    known = evidence(model, ruling.situation, note_words(ruling.situation.language))
    found = [_handover(known, ruling, team, those, reply) for team, those in teams.items()]
    now = ruling.situation.now
    return tuple(sorted(found, key=lambda one: (one.respond_by is None, one.respond_by or now, one.to)))


def _handover(
    known: Evidence, ruling: Ruling, team: str, speakers_: Sequence[Speaker], reply: Reply | None
) -> Handover:
    """The note of one team, whose answer is due at the earliest moment that one of its rules gives."""
    model, words = known.model, known.words
    due = [(moment, one) for one in speakers_ if (moment := respond_by(model, ruling, one.outcome))]
    moment, urgent = min(due, key=lambda one: one[0]) if due else (None, None)
    within = within_of(model, urgent.outcome) if urgent else None
    case = Case(model, ruling, known, team, tuple(speakers_), reply, moment, within)
    lines = [f"{label}{words.colon}{text}" for label, text in points(case)]
    written = ruling.situation.facts.get(REQUEST_TEXT)
    if isinstance(written, str) and written:
        lines.append(f"{words.text}{words.colon.rstrip()}\n{written}")
    return Handover(team, moment, "\n".join(lines))
