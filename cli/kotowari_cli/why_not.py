"""`kotowari check --why-not`: why the decision is not the one that somebody would rather have."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kotowari.diagnostics.said import say
from kotowari_cli import language_of, shape
from kotowari_cli.failures import Failure
from kotowari_cli.names import Names
from kotowari_cli.options import asking
from kotowari_cli.strings import words_of

if TYPE_CHECKING:
    from kotowari import Decision
    from kotowari.comparison.goals import Goal


def print_why_not(decision: Decision, wanted: str, *, as_text: bool, why: bool) -> None:
    """Print why the decision is not `wanted`, a verdict or a rule's name. Raises Failure where it is neither."""
    from kotowari.comparison.why_not import why_not

    found = why_not(decision, _goal(decision, wanted))
    if not as_text:
        from kotowari.comparison.why_not_record import why_not_data
        from kotowari_cli.json_text import pretty, write

        write(pretty(why_not_data(decision, found)))
        return
    from rich.text import Text

    from kotowari_cli.render.verdict import verdict_lines
    from kotowari_cli.render.view import View
    from kotowari_cli.render.why_not import why_not_lines
    from kotowari_cli.screen import console, print_lines, width

    target = console()
    model = decision.policy.model
    view = View(cast("shape.Decision", decision.to_dict()), Names(model, words_of(language_of())), width(target), why)
    lines = why_not_lines(view, found)
    print_lines(target, [*verdict_lines(view), Text(), *lines])


def _goal(decision: Decision, wanted: str) -> Goal:
    from kotowari.comparison.why_not import verdict_or_rule
    from kotowari.diagnostics.suggest import nearest
    from kotowari.model.model import Verdict

    shown = {words: verdict for verdict, words in words_of("ja").verdicts.items()}
    goal = verdict_or_rule(decision, wanted) or verdict_or_rule(decision, shown.get(wanted, wanted))
    if goal is not None:
        return goal
    model = decision.policy.model
    if wanted in model.tables:
        rows = model.tables[wanted].rows
        advice = say("name one of its rows, such as `{row}`", row=rows[0]) if rows else ""
        raise Failure(say("`{name}` is a table", name=wanted), advice)
    meant = nearest(wanted, [*Verdict, *model.rules])
    listing = say("`{command}` lists the rules", command=asking("show rules"))
    advice = say("did you mean `{name}`?", name=meant) if meant else listing
    raise Failure(say("`{name}` is neither a verdict nor a rule of this policy", name=wanted), advice)
