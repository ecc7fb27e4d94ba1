"""Why it is so: the rules that had a say, the facts that were assumed, the words that were found."""

from __future__ import annotations

from kotowari.diagnostics.display import printable
from kotowari_cli.render.clauses import clause_text, telling, tree
from kotowari_cli.render.view import Lines, View, hanging, heading
from kotowari_cli.shape import Reason, RuleUse

# How many rules that may apply are shown unless everything is told.
_MOST_RULES = 4


def why_lines(view: View) -> Lines:
    """The rules that gave the verdict, and those that did not come to speak."""
    decision, words = view.decision, view.words
    lines: Lines = []
    for use in decision["rules"]:
        lines += _rule(view, use)
    if not decision["rules"] and decision["verdict"] is not None:
        lines += hanging(words.unanswered if decision["undetermined"] else words.otherwise, view.width)
    lines += _also(view)
    for item in decision["set_aside"]:
        text = words.set_aside.format(rule=printable(item["rule"]), by=words.inline(printable(item["by"])))
        lines += hanging(text, view.width, style="dim")
    return [heading(words.why), *lines] if lines else []


def undetermined_lines(view: View) -> Lines:
    """The rules that may still apply; told where they matter, or where everything is told."""
    uses = view.decision["undetermined"]
    if not uses or not (view.why or view.decision["verdict"] is None):
        return []
    lines: Lines = [heading(view.words.could_apply)]
    shown = uses if view.why else uses[:_MOST_RULES]
    for use in shown:
        lines += _rule(view, use)
    more = view.words.more_rules.format(count=len(uses) - len(shown))
    return [*lines, *(hanging(more, view.width, style="dim") if len(shown) < len(uses) else [])]


def _rule(view: View, use: RuleUse) -> Lines:
    """A rule, the clauses that make it so, and what it stands on."""
    lines = hanging(view.names.rule(use["rule"]), view.width, style="bold")
    reason = next((reason for reason in view.decision["reasons"] if reason["rule"] == use["rule"]), None)
    if reason:
        lines += tree(view, reason["condition"], "    ") if view.why else _short(view, reason)
    because = view.words.because.format(values=view.words.comma.join(map(printable, use["because"])))
    origin = f"{because}  {printable(use['source'])}"
    return [*lines, *hanging(origin, view.width, indent="    ", style="dim")]


def _short(view: View, reason: Reason) -> Lines:
    texts = dict.fromkeys(clause_text(view, clause) for clause in telling(reason["condition"]))
    return [line for text in texts for line in hanging(text, view.width, indent="    ", mark="- ")]


def _also(view: View) -> Lines:
    """The rules in force that another verdict outranks."""
    names = dict.fromkeys(printable(use["rule"]) for demand in view.decision["demands"] for use in demand["also"])
    if not names:
        return []
    return hanging(view.words.also.format(rules=view.words.comma.join(names)), view.width, style="dim")


def assumed_lines(view: View) -> Lines:
    """The defaults that counted."""
    names = view.names
    texts = [
        f"{names.fact(item['fact'])}{view.words.colon}{names.value(item['fact'], item['value'])}"
        for item in view.decision["assumed"]
    ]
    return _listed(view, view.words.assumed, texts)


def evidence_lines(view: View) -> Lines:
    """With `why`, every mention with its place in the policy."""
    if not view.why:
        return []
    texts = [
        f"{view.names.topic(item['topic'])}{view.words.colon}{view.words.quoted.format(printable(item['text']))}"
        f"{view.words.denied if item['denied'] else ''}  {printable(item['source'])}"
        for item in view.decision["evidence"]
    ]
    return _listed(view, view.words.mentioned, texts)


def _listed(view: View, title: str, texts: list[str]) -> Lines:
    if not texts:
        return []
    return [heading(title), *(line for text in texts for line in hanging(text, view.width))]
