"""Small repairs: a word that is missing, one that is too many, one of the wrong kind.

A repair is only taken where what follows then fits, so that one mistake gives one diagnostic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from kotowari.diagnostics.said import say
from kotowari.language.everyday import meant_at
from kotowari.language.expected import advice, describe, name_advice, range_meant, shown, wanted_behind
from kotowari.language.grammar import END, Grammar
from kotowari.language.reading import begins_clause
from kotowari.language.said_in_japanese import keyword_meant
from kotowari.language.stack import Stack
from kotowari.language.tokens import Leaf, Shape, Token
from kotowari.language.words import DECLARATIONS
from kotowari.record import record

TERMINALS = {
    Shape.DOTTED: "DOTTED",
    Shape.STRING: "STRING",
    Shape.REGEX: "REGEX",
    Shape.DIGITS: "DIGITS",
    Shape.CALENDAR_DATE: "CALENDAR_DATE",
    Shape.CLOCK_TIME: "CLOCK_TIME",
    Shape.TABLE_LINE: "TABLE_LINE",
}
_CURRENCY_LENGTH = 3
# So many tokens must fit behind a repair.
_REACH = 5
# Words and marks that people leave out.
_LEFT_OUT = (",", "is", "to", "of", "for", "than", "because", "by", "in", "with")
# Verdicts that mostly need no team.
_ANSWERS = frozenset({"accept", "decline"})
# What closes a clause that ends too early.
_ENDS = (
    *((")",) * count for count in (1, 2, 3)),
    ("IDENT",),
    ("DOTTED",),
    ("STRING",),
    ("CALENDAR_DATE",),
    ("DIGITS",),
)
# Signs without which a condition means the same.
_SPARE = frozenset({"(", ")", ",", "=", "==", "%"})
_STAND_IN = {
    "STRING": '""',
    "CALENDAR_DATE": "2000-01-01",
    "CLOCK_TIME": "2000-01-01T00:00",
    "DIGITS": "1",
    "DOTTED": "?.?",
    ")": ")",
}
_INSTEAD = {Shape.STRING: ("IDENT",), Shape.WORD: ("DOTTED", "STRING"), Shape.DOTTED: ("IDENT",)}


@record
class Mend:
    """A repair: leaves to put in, how many tokens to leave out behind them, and what to say.

    What is said is said of the tokens left out, and of so many before them (`back`) that belong to them; `insert` is
    to be put before them, `instead` in their place.
    """

    leaves: tuple[Leaf, ...]
    skipped: int
    code: str
    message: str
    help: str
    insert: str = ""
    at_end: bool = False
    back: int = 0
    instead: str = ""


class Mender:
    """Finds repairs for the tokens of one text."""

    def __init__(self, grammar: Grammar, text: str, tokens: Sequence[Token], stack: Stack) -> None:
        self._grammar = grammar
        self._text_read = text
        self._tokens = tokens
        self._stack = stack

    # --- what fits ----------------------------------------------------------------------------------------------------

    def terminal(self, state: int, token: Token) -> str:
        """What a token is taken as: a word of the language where one can stand, else a name."""
        choices = self._grammar.actions[state]
        if token.shape in TERMINALS:
            return TERMINALS[token.shape]
        keyword = self._grammar.keywords.get(token.text, "")
        if keyword in choices or token.shape is Shape.MARK:
            return keyword
        if "CURRENCY" in choices and is_currency(token.text):
            return "CURRENCY"
        return "IDENT"

    def fits(self, states: Sequence[int] | None, position: int) -> bool:
        """Whether the next tokens can follow, up to the first word of the next clause."""
        for ahead in range(position, position + _REACH):
            if states is None:
                return False
            if ahead >= len(self._tokens):
                return self._stack.after(states, END) is not None
            token = self._tokens[ahead]
            if begins_clause(token):
                word = self._grammar.keywords.get(token.text, TERMINALS.get(token.shape, ""))
                return self._stack.after(states, word) is not None
            states = self._stack.after(states, self.terminal(states[-1], token))
        return states is not None

    # --- repairs ------------------------------------------------------------------------------------------------------

    def find(self, position: int) -> Mend | None:
        """A repair for the token at `position`, which cannot stand where it does."""
        ends = position >= len(self._tokens) or begins_clause(self._tokens[position])
        found = self._at_end(position) if ends else self._inside(position)
        return next(found, None)

    def _at_end(self, position: int) -> Iterator[Mend]:
        before = self._tokens[position - 1] if position else None
        for filler in _ENDS:
            states = self._after(filler)
            if states is not None and self.fits(states, position):
                what = f"`{filler[0]}`" if filler[0] == ")" else self.wanted(before) or describe(filler, {})
                where = say(" behind {word}", word=shown(before)) if before else ""
                place = before.end if before else 0
                leaves = tuple(self._leaf(word, place) for word in filler)
                message = say("{what} is missing{where}", what=what, where=where)
                help_ = name_advice(before.text) if before and before.text == "except" else ""
                yield Mend(leaves, 0, "missing-word", message, help_, at_end=True)

    def _inside(self, position: int) -> Iterator[Mend]:
        token = self._tokens[position]
        yield from self._everyday(position)
        yield from self._language_of_none(position)
        yield from self._language_again(position)
        yield from self._comma_for_and(position)
        yield from self._name_in_quotes(position)
        if token.shape is Shape.STRING and self.fits(self._after(["IDENT"]), position):
            yield Mend(
                (self._leaf("IDENT", token.start),),
                0,
                "missing-word",
                say("the language of this text is missing"),
                say("write it before the text, such as `en`"),
            )
        for terminal in _INSTEAD.get(token.shape, ()):
            if self.fits(self._after([terminal]), position + 1):
                yield self._second_name(position, terminal) or self._instead(position, terminal)
        yield from self._list_of_another_kind(position)
        answers = position and self._tokens[position - 1].text in _ANSWERS
        for word in ("because", *_LEFT_OUT) if answers else _LEFT_OUT:
            if self.fits(self._after([word]), position):
                if word == "," and (help_ := range_meant(self._tokens[position - 1], token)):
                    yield Mend((), 1, "unexpected-word", self.cannot_stand(position), help_)
                yield Mend(
                    (self._leaf(word, token.start),),
                    0,
                    "missing-word",
                    say("`{missing}` is missing before {word}", missing=word, word=shown(token)),
                    say("write `{word}` before it", word=word),
                    insert=word,
                )
        if (
            token.shape is Shape.STRING
            and self._follows_language(position)
            and self.fits(self._after(["answer"]), position)
        ):
            yield Mend(
                (self._leaf("answer", token.start),),
                0,
                "missing-word",
                say("which part of the reply is this?"),
                say("write it before the text, such as `answer` or `instead`"),
            )
        if token.text in _SPARE and self.fits(self._stack.states(), position + 1):
            closes_nothing = say("`)` closes nothing")
            what = closes_nothing if token.text == ")" else say("`{word}` is one too many", word=token.text)
            yield Mend((), 1, "unexpected-word", what, say("leave it out"))

    def _everyday(self, position: int) -> Iterator[Mend]:
        """What is written as people are used to it, such as 5000円以上 or 12月10日."""
        token = self._tokens[position]
        for meant in meant_at(self._tokens, position):
            words = ["CURRENCY" if is_currency(word) else word for word in meant.words]
            is_particle = not words and keyword_meant(self._text(meant.end)) is not None
            after = self._after(words)
            if is_particle or (meant.certain and after is not None) or self.fits(after, meant.end):
                leaves = tuple(self._leaf(word, token.start, token.end) for word in words)
                message = self.cannot_stand(meant.start, meant.end)
                back = position - meant.start
                yield Mend(
                    leaves,
                    meant.end - position,
                    "unexpected-word",
                    message,
                    meant.help,
                    back=back,
                    instead=meant.written,
                )

    def _list_of_another_kind(self, position: int) -> Iterator[Mend]:
        """Several names in quotes, or several texts without them, parted by commas."""
        shape = self._tokens[position].shape
        terminal = {Shape.STRING: "IDENT", Shape.WORD: "STRING"}.get(shape)
        if terminal is None:
            return
        end = position + 1
        while self._text(end) == "," and end + 1 < len(self._tokens) and self._tokens[end + 1].shape is shape:
            end += 2
        run = self._tokens[position:end]
        words = [terminal if token.shape is shape else "," for token in run]
        if len(run) > 1 and self.fits(self._after(words), end):
            leaves = tuple(self._leaf(word, token.start, token.end) for word, token in zip(words, run, strict=True))
            texts = [token.text for token in run if token.shape is shape]
            meant = "、".join(text[1:-1] if shape is Shape.STRING else f"「{text}」" for text in texts)
            yield Mend(
                leaves, len(run), "unexpected-word", self.cannot_stand(position), say("write `{word}`", word=meant)
            )

    def _name_in_quotes(self, position: int) -> Iterator[Mend]:
        """The name of a declaration in quotes, as in `rule 「返金」`."""
        token, before = self._tokens[position], self._text(position - 1)
        if token.shape is not Shape.STRING or before not in {*DECLARATIONS, "except"}:
            return
        terminal = "DOTTED" if before == "fact" else "IDENT"
        if self.fits(self._after([terminal]), position + 1):
            mend = self._instead(position, terminal)
            yield mend if token.text[1:-1].isidentifier() else replace(mend, help=name_advice(before))

    def _language_of_none(self, position: int) -> Iterator[Mend]:
        """A language where there is none to name, as in `not ja 「…」`."""
        token, following = self._tokens[position], self._tokens[position + 1 : position + 2]
        if not _may_be_language(token) or not following or following[0].shape is not Shape.STRING:
            return
        if self._text(position - 1) != "because" and self.fits(self._stack.states(), position + 1):
            help_ = say("leave it out: no language is named here")
            yield Mend((), 1, "unexpected-word", self.cannot_stand(position), help_)

    def _language_again(self, position: int) -> Iterator[Mend]:
        """A language behind the patterns of another, or of the same, as in `words ja 「…」 ja 「…」`."""
        token, following = self._tokens[position], self._tokens[position + 1 : position + 2]
        if not _may_be_language(token) or not following or following[0].shape is not Shape.STRING:
            return
        if self._text(position - 1)[:1] in {'"', "「"} and self.fits(self._after([","]), position + 1):
            help_ = say("write a comma instead, or `words {language}` on a line of its own", language=token.text)
            yield Mend(
                (self._leaf(",", token.start, token.end),), 1, "unexpected-word", self.cannot_stand(position), help_
            )

    def _comma_for_and(self, position: int) -> Iterator[Mend]:
        """A comma between two conditions, or between two values behind `is`."""
        token, following = self._tokens[position], self._tokens[position + 1 : position + 2]
        if token.text != "," or not self.fits(self._after(["and"]), position + 1):
            return
        help_ = say("write `and` where both must hold, and `or` where one is enough")
        if self._text(position - 2) in {"is", "not"} and following and following[0].shape is Shape.WORD:
            first, second = self._text(position - 1), following[0].text
            help_ = say("write `is one of {first}, {second}`", first=first, second=second)
        yield Mend(
            (self._leaf("and", token.start, token.end),), 1, "unexpected-word", self.cannot_stand(position), help_
        )

    def shown(self, position: int, end: int = 0) -> str:
        """The tokens from `position` up to `end`, or that one alone, for a message: as they were written."""
        token, last = self._tokens[position], self._tokens[max(position, end - 1)]
        if token.shape in {Shape.STRING, Shape.TABLE_LINE}:
            return shown(token)
        return f"`{normalize('NFC', self._text_read[token.start : last.end])}`"

    def cannot_stand(self, position: int, end: int = 0) -> str:
        """That these tokens, shown so, have no place where they are."""
        return say("{word} cannot stand here{needed}", word=self.shown(position, end), needed="")

    def _text(self, position: int) -> str:
        return self._tokens[position].text if 0 <= position < len(self._tokens) else ""

    def _follows_language(self, position: int) -> bool:
        before = self._tokens[position - 1] if position else None
        return before is not None and _may_be_language(before)

    def _second_name(self, position: int, terminal: str) -> Mend | None:
        """A word behind the name of a declaration, as in `rule no gantt`."""
        before, token = self._tokens[max(0, position - 2) : position], self._tokens[position]
        if token.shape is not Shape.WORD or len(before) < 2 or before[0].text not in {*DECLARATIONS, "except"}:
            return None
        leaf = self._leaf(terminal, token.start, token.end)
        message = say("`{word}` cannot stand here: a name holds no blanks", word=token.text)
        help_ = say("write `{name}`", name=f"{before[1].text}-{token.text}")
        return Mend((leaf,), 1, "unexpected-word", message, help_)

    def _instead(self, position: int, terminal: str) -> Mend:
        token = self._tokens[position]
        leaf = self._leaf(terminal, token.start, token.end)
        wanted = describe([terminal], {})
        match token.shape:
            case Shape.STRING:
                leaf = Leaf(terminal, token.text[1:-1], token.start, token.end)
                message = say("this text stands in quotes, but {wanted} is needed", wanted=wanted)
                help_ = advice(self._tokens, position) or say("write the name without quotes")
            case Shape.DOTTED:
                leaf = Leaf(terminal, token.text, token.start, token.end)
                message = say("`{name}` is the name of a fact, but {wanted} is needed", name=token.text, wanted=wanted)
                help_ = say("names have no dot")
            case _ if terminal == "DOTTED":
                leaf = Leaf(terminal, token.text, token.start, token.end)
                message = say("`{word}` is no name of a fact", word=token.text)
                help_ = advice(self._tokens, position) or say(
                    "facts have a dot in their names, such as `customer.plan`"
                )
            case _:
                message = say("`{word}` stands without quotes, but a text is needed", word=token.text)
                help_ = say('write `"{word}"`', word=token.text)
        return Mend((leaf,), 1, "unexpected-word", message, help_)

    def wanted(self, before: Token | None) -> str:
        """What is needed where the stack is, as a phrase."""
        states = self._stack.states()
        able = [terminal for terminal in self._stack.choices() if self._stack.after(states, terminal)]
        return wanted_behind(before, able, self._grammar.keywords)

    def _after(self, words: Sequence[str]) -> list[int] | None:
        states: list[int] | None = self._stack.states()
        for word in words:
            if states is None:
                return None
            states = self._stack.after(states, self._grammar.keywords.get(word, word))
        return states

    def _leaf(self, word: str, start: int, end: int | None = None) -> Leaf:
        text = _STAND_IN.get(word, "" if word == "IDENT" else word)
        return Leaf(self._grammar.keywords.get(word, word), text, start, start if end is None else end)


def _may_be_language(token: Token) -> bool:
    """Whether a token is as long as the codes of most languages."""
    return token.shape is Shape.WORD and len(token.text) == len("en")


def is_currency(word: str) -> bool:
    """Whether a word looks like a currency: three capital letters (ISO 4217)."""
    return len(word) == _CURRENCY_LENGTH and word.isascii() and word.isalpha() and word.isupper()
