"""What would turn the verdict, and what to ask while it is open."""

from __future__ import annotations

from collections.abc import Sequence

from kotowari.diagnostics.display import printable
from kotowari.model.model import REQUEST_TEXT
from kotowari_cli.render.view import Lines, View, hanging, heading
from kotowari_cli.shape import Change, Json, Question, When

# How the engine writes that a value lies between two ends.
_BOTH = " … and "
_OF_TOPICS = frozenset({"asks for", "mentions", "mentions none of"})


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
    """A fact held against values, in words."""
    values = when["value"] if isinstance(when["value"], list) else [when["value"]]
    operators = when["op"].split(_BOTH)
    if len(operators) == 1:
        ends = [_phrase(view, fact, when["op"], values)]
    else:
        ends = [_phrase(view, fact, op, [value]) for op, value in zip(operators, values, strict=True)]
    subject = view.words.the_request if fact == REQUEST_TEXT else view.names.fact(fact)
    return subject + view.words.and_.join([ends[0], *(end.removeprefix(view.words.particle) for end in ends[1:])])


def _phrase(view: View, fact: str, op: str, values: Sequence[Json]) -> str:
    """What is said of a fact: `is one of a or b`."""
    called = [view.names.topic(str(v)) if op in _OF_TOPICS else view.names.value(fact, v) for v in values]
    if op == "between":
        low, high = called
        return view.words.between.format(low=low, high=high)
    pattern = view.words.operators.get(op, f"{view.words.particle}{printable(op)} {{value}}")
    return pattern.format(value=view.words.or_.join(called))


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
        facts, possible = condition(view, fact, branch["when"]), view.verdicts(branch["possible"])
        text = words.change.format(facts=facts, verdict=possible)
        lines += hanging(text, view.width, indent="    ")
    give = words.give_text if fact == REQUEST_TEXT else words.give.format(fact=printable(fact))
    return [*lines, *hanging(give, view.width, style="dim")]


def asked(view: View, question: Question) -> str:
    """The question to the agent, in the language of the terminal where the policy has it."""
    if question["fact"] == REQUEST_TEXT:
        return view.words.ask_text
    fact = view.names.model.facts.get(question["fact"])
    said = (fact and view.names.text(fact.ask)) or question["question"]
    return printable(said) if said else view.words.what_is.format(fact=view.names.fact(question["fact"]))
