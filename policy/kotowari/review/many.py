"""One text for many different refusals."""

from __future__ import annotations

from collections.abc import Iterator

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import comma_list, say
from kotowari.model.model import Model, PartName, Rule, Verdict
from kotowari.model.template import ASKED, Template

# From so many topics on, one answer cannot fit them all.
_MANY = 3


def one_for_many(model: Model) -> Iterator[Diagnostic]:
    """The same answer to several wishes, which does not name the wish."""
    for language in model.languages:
        answers: dict[Template, list[Rule]] = {}
        for rule in model.rules.values():
            answer = _answer(model, rule, language)
            if rule.outcome.verdict is Verdict.DECLINE and answer is not None and not _names(answer):
                answers.setdefault(answer, []).append(rule)
        for answer, rules in answers.items():
            about = {rule.about for rule in rules if rule.about}
            if len(about) >= _MANY:
                yield _fault(answer, rules, len(about))


def _answer(model: Model, rule: Rule, language: str) -> Template | None:
    """The answer that the rule gives: its own, or that of the usual scripts, the most special first."""
    own = rule.parts.get(language, {}).get(PartName.ANSWER)
    if own is not None or rule.say_only:
        return own
    fitting = [
        script
        for script in model.usual_scripts
        if script.condition is None
        and script.verdict in (None, rule.outcome.verdict)
        and script.label in (None, rule.outcome.label)
    ]
    fitting.sort(key=lambda script: (script.label is None, script.verdict is None))
    answers = (script.parts.get(language, {}).get(PartName.ANSWER) for script in fitting)
    return next((answer for answer in answers if answer is not None), None)


def _names(answer: Template) -> bool:
    return any(placeholder.name == ASKED for placeholder in answer.placeholders)


def _fault(answer: Template, rules: list[Rule], count: int) -> Diagnostic:
    named = comma_list(f"`{rule.name}`" for rule in rules[:_MANY])
    listed = say("{names} and others", names=named) if len(rules) > _MANY else named
    return Diagnostic(
        "one-text-for-many",
        say("this answer refuses {count} different wishes", count=count),
        answer.span,
        help=say("name the wish with `{{asked}}`, or write an answer for each of {rules}", rules=listed),
        severity=Severity.WARNING,
    )
