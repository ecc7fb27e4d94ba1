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
    listed = ", ".join(f"`{part}`" for part in missing)
    first = 'instead "…"` or `nothing instead' if missing[0] is PartName.INSTEAD else f'{missing[0]} "…"'
    return Diagnostic(
        "missing-reply",
        f"the {speech.outcome.verdict} of `{speech.name}` has no {listed} in `{language}`",
        speech.span,
        help=f"add `say {language} {first}`, or put it into a `usual script {speech.outcome.verdict}`",
    )
