"""Mutants that nobody noticed, as diagnostics and as data."""

from __future__ import annotations

from collections.abc import Sequence

from kotowari.cases.mutation.mutant import Mutant, Sort
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.model.model import Model
from kotowari.record import record
from kotowari.testing.mutation_run import Fate, Judged, score
from kotowari.testing.proposal import Proposal
from kotowari.testing.record import Place
from kotowari.testing.suggested import proposal_record
from kotowari.testing.trial import Kind

_LONGEST = 60


@record
class MutantWords:
    """What is said of a mutant. `{…}` are filled in where they are used."""

    instead: str
    without: str
    label: str
    gone: str
    below: str
    case: str
    no_request: str


ENGLISH = MutantWords(
    instead="`{name}`: no example or case notices `{new}` instead of `{old}`",
    without="`{name}`: no example or case notices that `{old}` is gone",
    label="`{new}` instead",
    gone="without this",
    below="this would, in {file} below the examples of `{rule}`:",
    case="this would, in {file}:",
    no_request="no request was found that tells them apart; perhaps none does",
)


def diagnostic(one: Judged, words: MutantWords = ENGLISH) -> Diagnostic:
    """That a mutant survived, with where the case belongs that would notice it."""
    mutant = one.mutant
    sentence = words.without if mutant.new is None else words.instead
    message = sentence.format(name=mutant.name, old=_short(mutant.old), new=_short(mutant.new or ""))
    label = words.gone if mutant.new is None else words.label.format(new=_short(mutant.new))
    return Diagnostic("surviving-mutant", message, mutant.span, label, _help(one.catch, words), Severity.WARNING)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _help(catch: Proposal | None, words: MutantWords) -> str:
    if catch is None:
        return words.no_request
    sentence = words.case if catch.kind is Kind.CASE else words.below
    return sentence.format(file=catch.place, rule=catch.rule)


def mutation_record(model: Model, found: Sequence[Judged], place: Place, taken: set[str]) -> dict[str, object]:
    """All mutants as data, as `schemas/test-results.schema.json` says; `place` writes a place as `money.rules:7`."""
    share = score(found)
    return {
        "score": {"covered": share.covered, "total": share.total, "percent": share.percent},
        "totals": {sort.value: _totals(found, sort) for sort in Sort},
        "mutants": [_record(model, one, place, taken) for one in found],
    }


def _totals(found: Sequence[Judged], sort: Sort) -> dict[str, int]:
    own = [one.fate for one in found if one.mutant.sort is sort]
    return {fate.value: own.count(fate) for fate in Fate}


def _record(model: Model, one: Judged, place: Place, taken: set[str]) -> dict[str, object]:
    mutant: Mutant = one.mutant
    return {
        "kind": mutant.sort.value,
        "name": mutant.name,
        "source": place(mutant.span),
        "old": mutant.old,
        "new": mutant.new,
        "fate": one.fate.value,
        "noticed_by": one.noticed_by,
        "catch": one.catch and proposal_record(model, one.catch, taken),
    }
