"""The parser, driven token by token.

A word becomes a word of the language where the parser can take it as one, else a name. After an error that no repair
mends, the parser goes on at the next clause.
"""

from __future__ import annotations

from kotowari.diagnostics.diagnostic import Fix
from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import Span
from kotowari.language.builders import DEEPEST
from kotowari.language.expected import advice, shown
from kotowari.language.grammar import CELL, END, FILE
from kotowari.language.indentation import Indentation
from kotowari.language.mend import TERMINALS, Mend
from kotowari.language.nesting import Nesting
from kotowari.language.reading import Reading, begins_clause
from kotowari.language.slips import Slips
from kotowari.language.stack import Kid, Saved
from kotowari.language.tokens import Leaf, Shape, Token
from kotowari.language.words import DECLARATIONS
from kotowari.record import record

# Words that compare, and are taken as values behind `is`.
_OF_TWO_WORDS = frozenset({"at", "more", "less"})
_COMPARING = _OF_TWO_WORDS | {"between", "before", "after"}
# Where a word of the language was taken as a name, a mistake shows within so many tokens.
_SOON = 3


@record
class _Doubt:
    """A word that begins a clause, at the beginning of a line, was taken as a name."""

    position: int
    before: Saved
    faults: int


@record
class _Is:
    """An `is` or `is not` before a word that it does not go with; what stood on the stack before it."""

    position: int
    before: Saved
    negated: bool

    @property
    def next(self) -> int:
        """The position of that word."""
        return self.position + 1 + self.negated


class Driver(Slips):
    """Reads the tokens of a file or of a cell; `start` says as what, `limits` where they stand."""

    def __init__(self, reading: Reading, tokens: list[Token], start: str, limits: tuple[int, int]) -> None:
        super().__init__(reading, tokens, start, limits)
        self._faults = len(reading.faults)
        self._indentation = Indentation()
        self._doubt: _Doubt | None = None
        self._is: _Is | None = None

    def run(self) -> Kid | None:
        """What the tokens are, or None where that cannot be said."""
        position = 0
        while position < len(self._tokens) and not self._reading.is_hopeless:
            token = self._tokens[position]
            if begins_clause(token) and self._start == FILE:
                self._watch_indentation(position)
            if self._nesting.after(token) > DEEPEST:
                position = self._too_deep(position)
            elif self._feed(position):
                position += 1
            else:
                position = self._recover(position)
        return self._end()

    def _end(self) -> Kid | None:
        found = self._stack.finish()
        if found is None and not self._reading.is_hopeless and not self._is_lost_cell():
            self._recover(len(self._tokens))
            found = self._stack.finish()
        if found is None and self._start == FILE and self._stack.drop_to(END):
            return self._stack.finish()
        return found

    def _is_lost_cell(self) -> bool:
        """Whether a cell was given up: that nothing ends well behind the first fault need not be said."""
        return self._start != FILE and len(self._reading.faults) > self._faults

    # --- one token ----------------------------------------------------------------------------------------------------

    def _feed(self, position: int) -> bool:
        token = self._tokens[position]
        terminal = self._mender.terminal(self._stack.state, token)
        if position == 0 and self._start == CELL and token.shape is Shape.WORD and self._is_value(terminal):
            terminal = "IDENT"
        if begins_clause(token):
            named = terminal == "IDENT"
            self._doubt = _Doubt(position, self._stack.save(), len(self._reading.faults)) if named else None
        if token.text == "is":
            negated = self._text(position + 1) == "not"
            if self._text(position + 1 + negated) in _COMPARING:
                self._is = _Is(position, self._stack.save(), negated=negated)
        return self._stack.push(Leaf(terminal, token.text, token.start, token.end))

    def _is_value(self, terminal: str) -> bool:
        """Whether a cell's first word, which could be one of the language, is a value: where that could not end so."""
        ends = END if len(self._tokens) == 1 else self._grammar.keywords[","] if self._tokens[1].text == "," else None
        states = self._stack.after(self._stack.states(), terminal)
        return ends is not None and states is not None and self._stack.after(states, ends) is None

    def _too_deep(self, position: int) -> int:
        self._nesting = Nesting()
        self._reading.fault(
            "too-deep",
            say("a condition is nested at most {deepest} deep", deepest=DEEPEST),
            self._span(position),
            help_=say("give a part of it a name with `define`"),
        )
        self._tear(position)
        return self._skip(position)

    def _watch_indentation(self, position: int) -> None:
        token = self._tokens[position]
        if self._mender.terminal(self._stack.state, token) == "IDENT":
            return
        problem = self._indentation.problem(token)
        if problem is not None:
            self._reading.fault("misleading-indentation", problem.message, self._span(position), help_=problem.help)
            self._tear(position)

    # --- errors -------------------------------------------------------------------------------------------------------

    def _recover(self, position: int) -> int:
        """Report the token at `position`, mend the stack, and give the position to go on at."""
        if self._is is not None and position == self._is.next + 1 and self._is_one_too_many(self._is):
            return self._is.next
        if self._part(position) or self._respelt(position):
            return position + 1
        if self._retaken(position):
            return position
        position = self._back_to_doubt(position)
        ends = position >= len(self._tokens) or begins_clause(self._tokens[position])
        self._tear(position - 1 if ends and position else position)
        mend = self._mender.find(position)
        if mend is not None:
            return self._mended(position, mend)
        self._unexpected(position)
        return self._skip(position)

    def _is_one_too_many(self, found: _Is) -> bool:
        """Whether all fits without the `is`, as in `customer.seats is more than 5`; it is then left out."""
        if not self._mender.fits(found.before.states, found.next):
            return False
        self._stack.restore(found.before)
        word = self._text(found.next)
        if word in _OF_TWO_WORDS:
            word = f"{word} {self._text(found.next + 1)}"
        if found.negated:
            message = say("`is not` cannot stand before `{word}`", word=word)
            before = self._text(found.position - 1)
            help_, fix = say("write `not` first: `not {before} {word} …`", before=before, word=word), None
        else:
            message, help_ = say("`is` is one too many before `{word}`", word=word), say("leave it out")
            start, end = self._tokens[found.position].start, self._tokens[found.next].start
            fix = Fix(self._reading.span(start, end), "", help_)
        self._reading.fault("unexpected-word", message, self._span(found.position), help_=help_, fix=fix)
        return True

    def _back_to_doubt(self, position: int) -> int:
        """Back to a word of the language that was taken as a name, where that was the mistake."""
        doubt = self._doubt
        if doubt is None or position - doubt.position > _SOON or position == doubt.position:
            return position
        self._stack.restore(doubt.before)
        del self._reading.faults[doubt.faults :]
        self._doubt = None
        return doubt.position

    def _mended(self, position: int, mend: Mend) -> int:
        place = self._span(position - 1 if mend.at_end and position else position)
        if mend.skipped:
            first, last = self._tokens[position - mend.back], self._tokens[position + mend.skipped - 1]
            place = self._reading.span(first.start, last.end)
        fix = Fix(Span(place.source, place.start, place.start), f"{mend.insert} ", mend.help) if mend.insert else None
        if mend.instead:
            fix = Fix(place, mend.instead, mend.help)
        self._reading.fault(mend.code, mend.message, place, help_=mend.help, fix=fix)
        for leaf in mend.leaves:
            self._stack.push(leaf)
        return position + mend.skipped

    def _unexpected(self, position: int) -> None:
        before = self._tokens[position - 1] if position else None
        wanted = self._mender.wanted(before)
        behind = say(", behind {word}", word=shown(before)) if before else ""
        needed = say(": {wanted} is needed", wanted=wanted) if wanted else behind
        if position >= len(self._tokens) or begins_clause(self._tokens[position]):
            self._ends_early(position, needed)
            return
        token = self._tokens[position]
        help_ = advice(self._tokens, position) or (_LINES if token.first else "")
        message = say("{word} cannot stand here{needed}", word=self._mender.shown(position), needed=needed)
        self._reading.fault("unexpected-word", message, self._span(position), help_=help_)

    def _ends_early(self, position: int, needed: str) -> None:
        """A clause is not finished where the next one begins, or the file or the cell ends."""
        word = self._tokens[position].text if position < len(self._tokens) else ""
        if position < len(self._tokens) and (not position or self._is_complete()):
            self._reading.fault(
                "unexpected-word",
                say("`{word}` is no clause of what stands above it", word=word),
                self._span(position),
                help_=say("put it where it belongs; each declaration has clauses of its own"),
            )
            return
        what = say("this clause") if word or self._start == FILE else say("this cell")
        message = say("{what} ends too early{needed}", what=what, needed=needed)
        self._reading.fault("unexpected-end", message, self._span(position - 1), help_=say("finish it"))

    def _is_complete(self) -> bool:
        """Whether some other clause could follow, so that the one before is finished."""
        states = self._stack.states()
        return any(self._stack.after(states, self._grammar.keywords[word]) for word in DECLARATIONS)

    # --- going on -----------------------------------------------------------------------------------------------------

    def _skip(self, position: int) -> int:
        """The next clause that the stack, rid of what is half-read, can go on with."""
        if self._start != FILE:
            return len(self._tokens)
        ahead = self._clauses.next(position)
        while ahead < len(self._tokens):
            token = self._tokens[ahead]
            if self._stack.drop_to(TERMINALS.get(token.shape) or self._grammar.keywords[token.text]):
                return ahead
            ahead = self._clauses.next(ahead + 1)
        self._stack.drop_to(END)
        return ahead


_LINES = say("a line mostly begins with a word of the language, such as `rule`, `when` or `decline`")
