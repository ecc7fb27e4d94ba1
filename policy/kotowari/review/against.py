"""A draft against the decision that it is to tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import comma_list, say
from kotowari.model.model import Verdict
from kotowari.review.objections import fault
from kotowari.review.overlap import content, says
from kotowari.review.promises import early_promise
from kotowari.review.reading import REFUSALS, Reading, Role
from kotowari.text.patterns.pattern import compile_pattern
from kotowari.text.patterns.search import Search

_SAID: Final = {
    Verdict.DECLINE: say("says no"),
    Verdict.ACCEPT: say("says yes"),
    Verdict.ESCALATE: say("hands over"),
}
_IS: Final = {
    Verdict.DECLINE: say("is a decline"),
    Verdict.ACCEPT: say("is an accept"),
    Verdict.ESCALATE: say("is an escalation"),
}


def wrong_verdict(reading: Reading) -> Iterator[Diagnostic]:
    """A draft that gives another answer than the decision."""
    verdict = reading.expected.verdict
    no, yes = reading.first(REFUSALS), reading.first({Role.ACCEPTANCE})
    found = {
        Verdict.DECLINE: (None if no else yes, Verdict.ACCEPT),
        Verdict.ACCEPT: (None if yes else no, Verdict.DECLINE),
        Verdict.ESCALATE: (no or yes, Verdict.DECLINE if no else Verdict.ACCEPT),
    }
    if verdict is None or _from_script(reading):
        return
    sentence, said = found[verdict]
    if sentence is not None:
        yield fault(
            "wrong-verdict",
            reading.draft,
            (sentence.start, sentence.end),
            say("this draft {says}, but the decision {decides}", says=_SAID[said], decides=_IS[verdict]),
            say("say what was decided; if the decision is wrong, change the rule or the facts"),
            Severity.ERROR,
        )


def _from_script(reading: Reading) -> bool:
    """Whether the policy itself wrote the text: its answer is the decision's."""
    return bool(reading.draft.parts)


def request_not_named(reading: Reading) -> Iterator[Diagnostic]:
    """A reply that does not say what was asked for."""
    asked = reading.expected.asked
    draft = reading.draft
    if not asked or not draft.spoken or not reading.expected.is_letter:
        return
    said = content(draft.source.text, draft.language)
    if any(content(one.name, draft.language) & said for one in asked):
        return
    matchers = [compile_pattern(pattern) for one in asked for pattern in one.patterns]
    if not any(True for _ in Search(matchers).hits(draft.view)):
        yield fault(
            "request-not-named",
            draft,
            reading.start,
            say("the reply does not say back what was asked: {asked}", asked=comma_list(one.name for one in asked)),
            say("name it in the thanks or in the answer"),
        )


def reason_not_said(reading: Reading) -> Iterator[Diagnostic]:
    """A refusal for another reason than the values that the rule cites."""
    answer, reasons = reading.answer, reading.expected.reasons
    if reading.verdict is not Verdict.DECLINE or answer is None or not reasons or _from_script(reading):
        return
    if not any(says(reading.draft.source.text, sentence, reading.draft.language) for sentence in reasons):
        yield fault(
            "reason-not-said",
            reading.draft,
            (answer.start, answer.end),
            say("no sentence of the draft has the words of the decision's reason"),
            say("say this reason, or see that yours says the same: {reason}", reason=reasons[0]),
        )


def asks_again(reading: Reading) -> Iterator[Diagnostic]:
    """A question for something that is known."""
    draft = reading.draft
    for sentence in draft.spoken:
        if not reading.does(sentence, {Role.REQUESTS}) or reading.does(sentence, {Role.THANKS}):
            continue
        said = content(draft.written(sentence.start, sentence.end), draft.language)
        known = next((name for name in reading.expected.known if _speaks_of(said, name, draft.language)), None)
        if known:
            yield fault(
                "asks-again",
                draft,
                (sentence.start, sentence.end),
                say("this asks for what is known already: {known}", known=known),
                say("leave the question out, or say what you have and ask whether it is right"),
            )


def _speaks_of(said: frozenset[str], name: str, language: str) -> bool:
    wanted = content(name, language)
    return bool(wanted) and wanted <= said


def hidden_matters(reading: Reading) -> Iterator[Diagnostic]:
    """Names and values that no customer is to read."""
    text = reading.draft.source.text
    for hidden in reading.expected.hidden:
        place = text.find(hidden)
        if place >= 0:
            yield Diagnostic(
                "inside-matter",
                say("`{hidden}` is an inside matter", hidden=hidden),
                reading.draft.span_of_written(place, place + len(hidden)),
                help=say("leave it out; it belongs in the note to the team"),
            )


def wrong_team(reading: Reading) -> Iterator[Diagnostic]:
    """A hand-over that names another team than the decision's."""
    expected, text = reading.expected, reading.draft.source.text
    if expected.verdict is not Verdict.ESCALATE or not expected.team or expected.team.lower() in text.lower():
        return
    for team in expected.other_teams:
        place = text.lower().find(team.lower())
        if place >= 0:
            yield Diagnostic(
                "wrong-team",
                say("the draft hands over to {team}, the decision to {decided}", team=team, decided=expected.team),
                reading.draft.span_of_written(place, place + len(team)),
                help=say("name the team of the decision"),
            )
            return


_CHECKS: Final[tuple[Callable[[Reading], Iterator[Diagnostic]], ...]] = (
    wrong_verdict,
    request_not_named,
    reason_not_said,
    asks_again,
    hidden_matters,
    wrong_team,
    early_promise,
)


def against(reading: Reading) -> Iterator[Diagnostic]:
    """Every check against a decision."""
    for check in _CHECKS:
        yield from check(reading)
