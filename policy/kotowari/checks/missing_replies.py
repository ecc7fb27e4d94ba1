"""Declines and escalations that leave the customer without an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kotowari.checks.spoken import Speech, speeches, sure_parts
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.model.model import Model, PartName, Verdict

_NEEDED: dict[Verdict, tuple[PartName, ...]] = {
    Verdict.DECLINE: (PartName.ANSWER, PartName.REASON, PartName.INSTEAD),
    Verdict.ESCALATE: (PartName.ANSWER,),
    Verdict.ACCEPT: (),
}
_NOUNS = {Verdict.DECLINE: "decline", Verdict.ESCALATE: "escalation", Verdict.ACCEPT: "acceptance"}


def missing_replies(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """The parts that an outcome needs in every language, and nobody writes."""
    del today
    for speech in speeches(model):
        for language in model.languages:
            parts = sure_parts(model, speech, language)
            missing = [part for part in _NEEDED[speech.outcome.verdict] if _is_missing(part, parts)]
            if missing:
                yield _fault(speech, language, missing)


def _is_missing(part: PartName, parts: object) -> bool:
    assert isinstance(parts, dict)
    # `nothing instead` is there, and says nothing; an answer or a reason has to say something.
    return part not in parts or (parts[part] is None and part is not PartName.INSTEAD)


def _fault(speech: Speech, language: str, missing: Sequence[PartName]) -> Diagnostic:
    *first, last = [f"`{part}`" for part in missing]
    listed = f"{', no '.join(first)} and no {last}" if first else last
    return Diagnostic(
        "missing-reply",
        f"the {_NOUNS[speech.outcome.verdict]} of `{speech.name}` has no {listed} in `{language}`",
        speech.span,
        help=_help(speech, language, missing),
    )


def _help(speech: Speech, language: str, missing: Sequence[PartName]) -> str:
    """Where the words can stand: only a rule that is no row of a table writes them in place."""
    usual = f"a `usual script {speech.outcome.verdict}`"
    parts = " ".join(f'{part} "…"' for part in missing)
    if speech.rule is None:
        return f"write `{language} {parts}` in {usual}"
    if speech.rule.table:
        return f"write `{language} {parts}` in {usual}, or in a script, and `say` its name behind the outcome"
    instead = "; `nothing instead` says that there is nothing" if PartName.INSTEAD in missing else ""
    return f"add `say {language} {parts}`, or put it into {usual}{instead}"
