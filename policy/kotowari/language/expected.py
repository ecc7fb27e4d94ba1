"""What could have stood where something else stands, in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from kotowari.diagnostics.said import or_list, say
from kotowari.diagnostics.suggest import nearest
from kotowari.language.amounts import GROUPED
from kotowari.language.said_in_japanese import PARTICLES, is_numeral, keyword_meant, phrase_meant
from kotowari.language.tokens import Shape, Token
from kotowari.language.words import DECLARATIONS

_KINDS = {
    "IDENT": say("a name"),
    "DOTTED": say("the name of a fact"),
    "STRING": say("a text in quotes"),
    "REGEX": say("a regular expression"),
    "DIGITS": say("a number"),
    "CURRENCY": say("a currency such as `USD`"),
    "CALENDAR_DATE": say("a date such as `2026-04-01`"),
    "CLOCK_TIME": say("a time"),
    "TABLE_LINE": say("a line of a table"),
}
# What stands behind these words, in better words than the terminals give.
_BEHIND = {
    **dict.fromkeys(("because", "serves"), say("the name of a value")),
    **dict.fromkeys(("when", "and", "or", "not", "("), say("a condition")),
    **dict.fromkeys(("about", "for", "mentions"), say("the name of a topic")),
    **dict.fromkeys(("example", "counterexample"), say("a text in quotes")),
    **dict.fromkeys(("most", "least", "than", "between", "<", ">", "<=", ">="), say("an amount")),
    "owner": say("the name of a team"),
    "overrides": say("the name of a rule"),
    "say": say("a language or the name of a script"),
    "granting": say("an amount"),
}
# More than this many possibilities help nobody.
_MOST_NAMED = 4
# Words of other languages, of programs and of everyday speech, for those of this one.
_SYNONYMS = {
    **dict.fromkeys(("if", "where"), "when"),
    **dict.fromkeys(("reject", "refuse", "deny", "denied"), "decline"),
    **dict.fromkeys(("approve", "allow", "grant", "permit"), "accept"),
    **dict.fromkeys(("forward", "handover", "assign"), "escalate"),
    **dict.fromkeys(("since", "why"), "because"),
    **dict.fromkeys(("contains", "contain", "has", "have", "includes"), "include"),
    **dict.fromkeys(("equals", "equal", "are"), "is"),
    "exception": "except",
    **dict.fromkeys(("reply", "respond"), "say"),
    **dict.fromkeys(("silence", "suppress", "ignore", "disable"), "allow"),
    "true": "yes",
    "false": "no",
    "null": "none",
    "group": "team",
}
_SHORTEST_MISSPELT = 3
# In words this long a slip is a slip, whatever follows; a shorter one must also fit to what follows.
SURE_LENGTH = 5


def describe(terminals: Iterable[str], keywords: Mapping[str, str]) -> str:
    """These terminals as a phrase, "`because` or a name"; empty where there are too many to be of help."""
    wanted = set(terminals)
    kinds = [phrase for terminal, phrase in _KINDS.items() if terminal in wanted]
    if keywords.get("days") in wanted and keywords.get("and") not in wanted:
        return say("a unit, such as `days`")
    named = kinds + sorted(f"`{word}`" for word, terminal in keywords.items() if terminal in wanted)
    if not 0 < len(named) <= _MOST_NAMED:
        return ""
    return or_list(named)


def wanted_behind(before: Token | None, terminals: Collection[str], keywords: Mapping[str, str]) -> str:
    """What is needed behind a token, as a phrase; empty where that is too much to say."""
    if before is not None and before.text == "is":
        return say("a type, such as `yes or no`") if keywords["whole"] in terminals else say("a value")
    behind = _BEHIND.get(before.text, "") if before is not None and before.shape is not Shape.STRING else ""
    if behind == _BEHIND["not"] and "DOTTED" not in terminals:  # behind the `not` of a topic stand patterns
        behind = ""
    if behind == _BEHIND["because"] and "IDENT" not in terminals:  # behind `allow` it is a text
        behind = ""
    return behind or describe(terminals, keywords)


def misspelt(token: Token, words: Collection[str], language: Collection[str]) -> str | None:
    """The one of `words` that was meant by a word which cannot stand here; words of `language` are no slips."""
    lowered = token.text.lower()
    if lowered in words:
        return lowered
    for meant in (_SYNONYMS.get(lowered), keyword_meant(token.text)):
        if meant in words:
            return meant
    if token.text in language:
        return None
    return nearest(lowered, words) if len(lowered) >= _SHORTEST_MISSPELT else None


def advice(tokens: Sequence[Token], position: int) -> str:
    """What to do about a token that cannot stand where it does; empty where nothing special is known about it."""
    for of in (_of_numbers, _of_name, _of_because, _of_text):
        if found := of(tokens, position):
            return found
    token = tokens[position]
    if phrase := phrase_meant(token.text):
        return say("write `{word}`", word=phrase)
    if token.text in PARTICLES:
        return say("leave `{word}` out", word=token.text)
    return _ADVICE.get(keyword_meant(token.text) or token.text, "")


def _of_text(tokens: Sequence[Token], position: int) -> str:
    """What to do about a text, or about what asks for one."""
    token, before = tokens[position], tokens[position - 1] if position else None
    following = tokens[position + 1 : position + 2]
    if token.shape is Shape.STRING and before is not None and before.text in _ASKING:
        return say("write `request mentions {topic}`: a text is asked about by its topic", topic=_topic(token))
    if token.shape is Shape.STRING and following and len(following[0].text) == len("en") and not following[0].first:
        return say("the language stands before the text: `{language} …`", language=following[0].text)
    if token.shape is Shape.STRING and position > 1 and tokens[position - 2].text == "note":
        return say("write `wanted`, `avoid` or `risk` before the text")
    if position > 2 and before is not None and before.text == "or" and tokens[position - 3].text in {"of", ","}:
        return say("part the values with commas, such as `free, pro`")
    if token.text == "mentions" or (before is not None and before.text == "mentions"):
        topic = token.text if token.text != "mentions" else "…"
        return say("write `request mentions {topic}`", topic=topic)
    return ""


def _of_numbers(tokens: Sequence[Token], position: int) -> str:
    token, around = tokens[position], tokens[max(0, position - 1) : position + 2]
    numbers = [other for other in around if other.shape is Shape.DIGITS]
    if token.text == "," and len(numbers) == len(around) - 1 == 2 and around[0].end + 1 == around[2].start:
        sign = "_" if len(around[2].text) == GROUPED else "."  # 5,000 is grouped, 10,5 has a decimal
        number = f"{around[0].text}{sign}{around[2].text}"
        return say("write `{number}`: a comma parts the values of a list", number=number)
    if token.text == "to" and len(numbers) == 2:
        return say("write `between {low} and {high}`", low=around[0].text, high=around[2].text)
    if found := _RANGE_BEHIND.fullmatch(token.text) if around[0].shape is Shape.DIGITS else None:
        return say("write `between {low} and {high}`", low=around[0].text, high=found[1])
    return say("write numbers with digits") if is_numeral(token.text) else ""


def _of_because(tokens: Sequence[Token], position: int) -> str:
    token, around = tokens[position], tokens[max(0, position - 1) : position + 2]
    if [before.text for before in tokens[max(0, position - 2) : position]] == ["allow", "because"]:
        return say("to say yes, write `accept because` and a value; `allow` silences a check of replies")
    if around[0].text != "because":
        return ""
    if token.shape is Shape.STRING and not token.text[1:-1].isidentifier():
        return say("name a value; its text stands there: `value my-name en …`")
    if len(around) == 3 and around[2].shape is Shape.STRING:
        return say(
            "the reason is for colleagues, and one language is enough: leave `{language}` out", language=token.text
        )
    return ""


def _of_name(tokens: Sequence[Token], position: int) -> str:
    """What to do about a sign or a digit where the name of a declaration stands."""
    before, token = [token.text for token in tokens[max(0, position - 2) : position]], tokens[position]
    if token.shape is Shape.DIGITS and before[-1:] and before[-1] in _NAMING:
        return say("a name begins with a letter")
    if token.shape is Shape.MARK and len(before) > 1 and before[0] in _NAMING:
        return say("a name is made of letters, digits, `-` and `_`; a text in quotes may follow it")
    return ""


def _topic(token: Token) -> str:
    """The text, where it can be the name of a topic."""
    text = token.text[1:-1]
    return text if text.isidentifier() else "…"


def range_meant(before: Token, token: Token) -> str:
    """How to write a range such as `5-10`; empty where it is none."""
    if before.shape is not Shape.DIGITS or token.shape is not Shape.DIGITS or not token.text.startswith("-"):
        return ""
    return say(
        "write `between {low} and {high}`; a comma parts the values of a list", low=before.text, high=token.text[1:]
    )


def name_advice(word: str) -> str:
    """What to do where the name behind this word is missing."""
    return say("write one, such as `{word} my-name`", word=word)


# Behind these stands a condition, or what it asks of a text.
_NAMING = frozenset({*DECLARATIONS, "except"})
_RANGE_BEHIND = re.compile(r"から([0-9]+)(?:まで)?")
_ASKING = frozenset({"when", "and", "or", "request"})
_ADVICE = {
    "because": say("it stands behind the outcome: `decline because …`"),
    "unless": say("write `when not …`; a case that is decided otherwise is an exception: `except NAME when …`"),
    "==": say("write `is`"),
    **dict.fromkeys(("営業日", "business", "working"), say("only calendar days are counted: write `… days`")),
    **dict.fromkeys(("does", "doesn", "doesnt"), say("write `not` first: `not request mentions …`")),
    **dict.fromkeys(("and", "or"), say("the names of a list are parted by commas")),
    **dict.fromkeys(("!=", "<>"), say("write `is not`, and in a cell `not`")),
    **dict.fromkeys(("a", "two", "three", "four", "five", "six", "seven", "ten"), say("write numbers with digits")),
    **dict.fromkeys(("isnt", "isn", "aint"), say("write `is not`")),
    **dict.fromkeys(("else", "otherwise"), say("write a rule of its own, or an exception, for the other case")),
    **dict.fromkeys(("then", "do"), say("the outcome stands on its own: `accept`, `decline` or `escalate to` a team")),
}


def shown(token: Token) -> str:
    """A token for a message: a text by what it is, anything else as it stands there."""
    if token.shape is Shape.STRING:
        return say("this text")
    return say("this line") if token.shape is Shape.TABLE_LINE else f"`{token.text}`"
