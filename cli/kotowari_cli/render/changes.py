"""What would turn the verdict, and what to ask while it is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kotowari.diagnostics.display import printable
from kotowari.model.model import REQUEST_TEXT
from kotowari.model.types import Kind
from kotowari_cli.render.read import which_lines
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
    """A fact held against values, in words: `number of people (customer.seats) at least 200`."""
    subject = view.words.the_request if fact == REQUEST_TEXT else view.words.inline(view.names.fact(fact))
    return subject + _predicate(view, when, lambda value: _called(view, fact, value))


def _called(view: View, fact: str, value: Json) -> str:
    """A value within a sentence."""
    declared, shown = view.names.model.facts.get(fact), view.names.value(fact, value)
    is_name = declared is not None and declared.type.kind in (Kind.ONE_OF, Kind.ANY_OF, Kind.TEXT)
    return view.words.phrases.get(shown) or (view.words.inline(shown) if is_name and value is not None else shown)


def _predicate(view: View, when: When, called: Callable[[Json], str]) -> str:
    """What is said of a fact: ` at least 5 and less than 10`."""
    values = when["value"] if isinstance(when["value"], list) else [when["value"]]
    operators = when["op"].split(_BOTH)
    if len(operators) == 1:
        return _phrase(view, when["op"], values, called)
    first, *more = [_phrase(view, op, [value], called) for op, value in zip(operators, values, strict=True)]
    return first + "".join(f"{view.words.and_}{end.removeprefix(view.words.particle)}" for end in more)


def _phrase(view: View, op: str, values: Sequence[Json], called: Callable[[Json], str]) -> str:
    shown = [view.words.inline(view.names.topic(str(value))) if op in _OF_TOPICS else called(value) for value in values]
    if op == "between":
        low, high = shown
        return view.words.between.format(low=low, high=high)
    pattern = view.words.operators.get(op, f"{view.words.particle}{printable(op)} {{value}}")
    return pattern.format(value=view.words.or_.join(shown) if len(shown) == 2 else view.words.comma.join(shown))


def question_lines(view: View) -> Lines:
    """The next question, what each answer leads to, and what may have to be asked after it."""
    asked = view.decision["ask"]
    if not asked:
        return []
    words, (first, *others) = view.words, asked
    lines: Lines = [heading(words.ask), *_question(view, first)]
    if others:
        facts = view.listed([view.names.fact(question["fact"]) for question in others])
        lines += hanging(words.then_ask.format(facts=facts), view.width, style="dim")
    return lines


def _question(view: View, question: Question) -> Lines:
    words, fact = view.words, question["fact"]
    lines = hanging(asked(view, question), view.width, style="bold")
    lines += which_lines(view, fact)
    if question["ask_customer"]:
        text = words.ask_customer.format(question=words.quoted.format(printable(question["ask_customer"])))
        lines += hanging(text, view.width)
    for branch in question["branches"]:
        said = _predicate(view, branch["when"], lambda value: _typed(view, fact, value))
        said = said.removeprefix(words.particle)
        text = words.change.format(facts=said, verdict=view.verdicts(branch["possible"]))
        lines += hanging(text, view.width, indent="    ")
    give = words.give_text if fact == REQUEST_TEXT else words.give.format(fact=printable(fact))
    return [*lines, *hanging(give, view.width, style="dim")]


def _typed(view: View, fact: str, value: Json) -> str:
    """A value in words, but a choice as it is typed: this is where one looks up what to answer."""
    declared = view.names.model.facts.get(fact)
    is_choice = declared is not None and value in declared.type.choices
    shown = printable(str(value)) if is_choice else view.names.value(fact, value)
    return view.words.phrases.get(shown, shown)


def asked(view: View, question: Question) -> str:
    """The question to the agent, in the language of the terminal where the policy has it."""
    if question["fact"] == REQUEST_TEXT:
        return view.words.ask_text
    fact = view.names.model.facts.get(question["fact"])
    said = (fact and view.names.text(fact.ask)) or question["question"]
    return (
        printable(said)
        if said
        else view.words.what_is.format(fact=view.words.inline(view.names.fact(question["fact"])))
    )
