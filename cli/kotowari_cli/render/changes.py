"""What would turn the verdict, and what to ask while it is open."""

from __future__ import annotations

from kotowari.diagnostics.display import printable
from kotowari_cli.render.view import Lines, View, hanging, heading
from kotowari_cli.shape import Change, Question, When


def change_lines(view: View) -> Lines:
    """The smallest changes of facts that would give another verdict."""
    changes = view.decision["changes"]
    if not changes:
        return []
    lines: Lines = [heading(view.words.changes)]
    for change in changes:
        lines += hanging(_change(view, change), view.width)
    return lines


def _change(view: View, change: Change) -> str:
    facts = [condition(view, setting["fact"], setting) for setting in change["set"]]
    return view.words.change.format(facts=view.words.and_.join(facts), verdict=view.verdict(change["verdict"]))


def condition(view: View, fact: str, when: When) -> str:
    """A fact held against a value, in words."""
    named, value = view.names.fact(fact), view.names.value(fact, when["value"])
    pattern = view.words.operators.get(when["op"])
    return pattern.format(fact=named, value=value) if pattern else f"{named} {printable(when['op'])} {value}"


def question_lines(view: View) -> Lines:
    """The next question, what each answer leads to, and what may have to be asked after it."""
    asked = view.decision["ask"]
    if not asked:
        return []
    words, (first, *others) = view.words, asked
    lines: Lines = [heading(words.ask), *_question(view, first)]
    if others:
        facts = words.comma.join(view.names.fact(question["fact"]) for question in others)
        lines += hanging(words.then_ask.format(facts=facts), view.width, style="dim")
    return lines


def _question(view: View, question: Question) -> Lines:
    words, fact = view.words, question["fact"]
    lines = hanging(asked(view, question), view.width, style="bold")
    if question["ask_customer"]:
        text = words.ask_customer.format(question=words.quoted.format(printable(question["ask_customer"])))
        lines += hanging(text, view.width)
    for branch in question["branches"]:
        text = words.change.format(facts=condition(view, fact, branch["when"]), verdict=view.verdicts(branch["possible"]))
        lines += hanging(text, view.width, indent="    ")
    return [*lines, *hanging(words.give.format(fact=printable(fact)), view.width, style="dim")]


def asked(view: View, question: Question) -> str:
    """The question to the agent, in the language of the terminal where the policy has it."""
    fact = view.names.model.facts.get(question["fact"])
    return (fact and view.names.text(fact.ask)) or printable(question["question"] or question["fact"])
