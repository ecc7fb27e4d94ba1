"""Declines and escalations that leave the customer without an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kotowari.checks.spoken import Speech, speeches, sure_parts
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import Said, say, several
from kotowari.model.model import Model, PartName, Verdict
from kotowari.model.template import Template

_NEEDED: dict[Verdict, tuple[PartName, ...]] = {
    Verdict.DECLINE: (PartName.ANSWER, PartName.REASON, PartName.INSTEAD),
    Verdict.ESCALATE: (PartName.ANSWER,),
    Verdict.ACCEPT: (),
}
_NOUNS = {Verdict.DECLINE: say("decline"), Verdict.ESCALATE: say("escalation"), Verdict.ACCEPT: say("acceptance")}


def missing_replies(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """The parts that an outcome needs in every language, and nobody writes."""
    del today
    for speech in speeches(model):
        for language in model.languages:
            missing = missing_parts(speech, sure_parts(model, speech, language))
            if missing:
                yield _fault(speech, language, missing)


def missing_parts(speech: Speech, parts: Mapping[PartName, Template | None]) -> Sequence[PartName]:
    """The parts that an outcome needs, and that are not among those that it surely says."""
    return [part for part in _NEEDED[speech.outcome.verdict] if _is_missing(part, parts)]


def _is_missing(part: PartName, parts: Mapping[PartName, Template | None]) -> bool:
    # `nothing instead` is there, and says nothing; an answer or a reason has to say something.
    return part not in parts or (parts[part] is None and part is not PartName.INSTEAD)


def _fault(speech: Speech, language: str, missing: Sequence[PartName]) -> Diagnostic:
    return Diagnostic(
        "missing-reply",
        say(
            "the {noun} of `{name}` has no {parts} in `{language}`",
            noun=_NOUNS[speech.outcome.verdict],
            name=speech.name,
            parts=several((f"`{part}`" for part in missing), say(", no "), say(" and no ")),
            language=language,
        ),
        speech.span,
        help=_help(speech, language, missing),
    )


def _help(speech: Speech, language: str, missing: Sequence[PartName]) -> Said:
    """Where the words can stand: only a rule that is no row of a table writes them in place."""
    verdict = speech.outcome.verdict
    words = " ".join([language, *(f'{part} "…"' for part in missing)])
    if speech.rule is None:
        return say("write `{words}` in a `usual script {verdict}`", words=words, verdict=verdict)
    if speech.rule.table:
        return say(
            "write `{words}` in a `usual script {verdict}`, or in a script, and `say` its name behind the outcome",
            words=words,
            verdict=verdict,
        )
    add = say("add `say {words}`, or put it into a `usual script {verdict}`", words=words, verdict=verdict)
    return say("{add}; `nothing instead` says that there is nothing", add=add) if PartName.INSTEAD in missing else add
