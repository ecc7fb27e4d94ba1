"""The facts that were read from the text, with the customer's own words for them."""

from __future__ import annotations

from collections.abc import Iterable

from kotowari_cli.render.view import Lines, View, brief, hanging, heading

_MOST_QUOTES = 3


def read_lines(view: View) -> Lines:
    """What was read, one line a fact, and where the text gives a fact several values, that it is not known."""
    words = view.words
    facts = list(dict.fromkeys(item["fact"] for item in view.decision["read"]))
    lines: Lines = [heading(words.read)] if facts else []
    for fact in facts:
        values = _values(view, fact)
        told = view.listed(values) if len(values) == 1 else words.unsure.format(values=view.listed(values))
        lines += hanging(f"{view.names.fact(fact)}{words.colon}{told}", view.width)
    return lines


def which_lines(view: View, fact: str) -> Lines:
    """The values that the text gives for a fact, where there are several: one of them has to be chosen."""
    values = _values(view, fact)
    if len(values) < 2:
        return []
    return hanging(view.words.which.format(values=view.listed(values)), view.width)


def text_says(view: View, facts: Iterable[str]) -> str:
    """The words of the text that these facts were read from; empty where none was read."""
    wanted = frozenset(facts)
    quotes = _quotes(view, (item["text"] for item in view.decision["read"] if item["fact"] in wanted))
    return view.words.text_says.format(quotes=quotes) if quotes else ""


def _values(view: View, fact: str) -> list[str]:
    """Each value that the text gives, with its words where they are others."""
    texts: dict[str, list[str]] = {}
    for item in view.decision["read"]:
        if item["fact"] == fact:
            texts.setdefault(view.names.value(fact, item["value"]), []).append(item["text"])
    return [_value(view, value, words) for value, words in texts.items()]


def _value(view: View, value: str, texts: list[str]) -> str:
    quotes = _quotes(view, texts)
    return quotes if set(texts) == {value} else f"{value} {quotes}"


def _quotes(view: View, texts: Iterable[str]) -> str:
    quoted = dict.fromkeys(view.words.quoted.format(brief(text)) for text in texts)
    return view.words.comma.join(list(quoted)[:_MOST_QUOTES])
