"""Words that were taken for something else: misspelt, together with another word, or in the place of a missing one.

What one of these slips leaves on the stack is taken back, and read as it was meant.
"""

from __future__ import annotations

from kotowari.diagnostics.diagnostic import Fix
from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import Span
from kotowari.language.expected import SURE_LENGTH, misspelt, name_advice, shown
from kotowari.language.glued import parted
from kotowari.language.grammar import FILE, grammar
from kotowari.language.mend import Mender, is_currency
from kotowari.language.nesting import Nesting
from kotowari.language.reading import Clauses, Reading
from kotowari.language.said_in_japanese import PARTICLES, keyword_meant
from kotowari.language.stack import Stack
from kotowari.language.tokens import Leaf, Shape, Token
from kotowari.language.words import CLAUSES, DECLARATIONS, PARTS


class Slips:
    """The tokens of a file or of a cell while they are read; `start` says as what, `limits` where they stand."""

    def __init__(self, reading: Reading, tokens: list[Token], start: str, limits: tuple[int, int]) -> None:
        self._reading = reading
        self._tokens = tokens
        self._start = start
        self._limits = limits
        self._grammar = grammar()
        self._stack = Stack(self._grammar, start, reading.build)
        self._mender = Mender(self._grammar, reading.source.text, tokens, self._stack)
        self._clauses = Clauses(tokens)
        self._nesting = Nesting()

    def _retaken(self, position: int) -> bool:
        """Whether what was read before an unexpected token was a slip, and is mended; the token is then tried again."""
        return (
            self._particle_before(position)
            or self._part_before(position)
            or self._respelt_before(position)
            or self._language_left_out(position)
            or self._name_left_out(position)
        )

    def _respelt(self, position: int) -> bool:
        """Take a misspelt word of the language as the word that was meant."""
        if position >= len(self._tokens) or self._tokens[position].shape is not Shape.WORD:
            return False
        token = self._tokens[position]
        meant = self._meant(token)
        if meant is None or self._is_second_name(position):
            return False
        # A line mostly begins with a word of the language; elsewhere a short word may be meant otherwise.
        is_sure = len(meant) >= SURE_LENGTH or token.first or keyword_meant(token.text) == meant
        if not is_sure and not self._would_fit(meant, position + 1):
            return False
        self._misspelling(position, meant)
        self._nesting.after(token._replace(text=meant))
        return self._stack.push(self._leaf(position, meant))

    def _is_second_name(self, position: int) -> bool:
        """Whether a Japanese word rather belongs to the name of a declaration, as in `rule 返金 承る`."""
        token, named = self._tokens[position], self._text(position - 2) if position > 1 else ""
        return not token.first and not token.text.isascii() and named in {*DECLARATIONS, "except"}

    def _respelt_before(self, position: int) -> bool:
        """The word before this token was taken as a name, but a misspelt word of the language would fit better."""
        if not position or self._tokens[position - 1].shape is not Shape.WORD:
            return False
        saved = self._stack.save()
        meant = self._meant(self._tokens[position - 1]) if self._stack.pop_name() else None
        if meant is None or not self._would_fit(meant, position):
            self._stack.restore(saved)
            return False
        self._misspelling(position - 1, meant)
        return self._stack.push(self._leaf(position - 1, meant))

    def _part(self, position: int) -> bool:
        """Part a word of the language from a name that it stands together with, as in `because安心`."""
        return position < len(self._tokens) and self._take_parted(position)

    def _part_before(self, position: int) -> bool:
        """The same for the word before this token, which was taken as a name."""
        if not position:
            return False
        saved = self._stack.save()
        is_name = self._stack.pop_name(of_fact=self._tokens[position - 1].shape is Shape.DOTTED)
        if is_name and self._take_parted(position - 1, following=position):
            return True
        self._stack.restore(saved)
        return False

    def _particle_before(self, position: int) -> bool:
        """A particle before this token, which was taken as a name, is one too many."""
        if not position or self._tokens[position - 1].text not in PARTICLES:
            return False
        saved, word = self._stack.save(), self._tokens[position - 1].text
        if self._stack.pop_name() and self._mender.fits(self._stack.states(), position):
            help_ = say("leave `{word}` out", word=word)
            self._reading.fault(
                "unexpected-word",
                self._mender.cannot_stand(position - 1),
                self._span(position - 1),
                help_=help_,
            )
            return True
        self._stack.restore(saved)
        return False

    def _take_parted(self, position: int, following: int | None = None) -> bool:
        """Take a token as two words where both can stand, and report the blank that is missing.

        Where it could be a name as well, the tokens `following` have to fit.
        """
        saved = self._stack.save()
        for words in parted(self._tokens[position], self._grammar.keywords):
            fits = all(self._push_word(word) for word in words)
            if fits and (following is None or self._mender.fits(self._stack.states(), following)):
                one, other = words
                title = say("write `{word}`", word=f"{one.text} {other.text}")
                fix = Fix(self._reading.span(one.end, one.end), " ", title)
                message = say("a blank is missing between `{word}` and `{other}`", word=one.text, other=other.text)
                self._reading.fault("unexpected-word", message, self._span(position), help_=title, fix=fix)
                return True
            self._stack.restore(saved)
        return False

    def _push_word(self, token: Token) -> bool:
        terminal = self._mender.terminal(self._stack.state, token)
        return self._stack.push(Leaf(terminal, token.text, token.start, token.end))

    def _language_left_out(self, position: int) -> bool:
        """The part before this text was taken as the name of a script, as in `say answer "…"`."""
        if not position or self._tokens[position - 1].text not in PARTS:
            return False
        saved, part = self._stack.save(), self._tokens[position - 1]
        made = Leaf("IDENT", "", part.start, part.start)
        if self._stack.pop_name() and self._stack.push(made) and self._would_fit(part.text, position):
            self._reading.fault(
                "missing-word",
                say("the language is missing before `{part}`", part=part.text),
                self._span(position - 1),
                help_=say("write it behind `say`, such as `say en {part} …`", part=part.text),
            )
            self._tear(position - 1)
            return self._stack.push(self._leaf(position - 1, part.text))
        self._stack.restore(saved)
        return False

    def _name_left_out(self, position: int) -> bool:
        """The first word of a clause was taken as the name that is missing, as in `except when …`."""
        before = self._tokens[max(0, position - 2) : position]
        if len(before) < 2 or before[0].text not in {*DECLARATIONS, "except"} or before[1].text not in CLAUSES:
            return False
        saved, word = self._stack.save(), before[1]
        made = Leaf("IDENT", "", word.start, word.start)
        if self._stack.pop_name() and self._stack.push(made) and self._would_fit(word.text, position):
            self._reading.fault(
                "missing-word",
                say("{what} is missing{where}", what=say("a name"), where=say(" behind {word}", word=shown(before[0]))),
                self._span(position - 2),
                help_=name_advice(before[0].text),
            )
            self._tear(position - 2)
            return self._stack.push(self._leaf(position - 1, word.text))
        self._stack.restore(saved)
        return False

    def _meant(self, token: Token) -> str | None:
        states = self._stack.states()
        able = {terminal for terminal in self._stack.choices() if self._stack.after(states, terminal)}
        if "CURRENCY" in able and is_currency(token.text.upper()):
            return token.text.upper()
        words = [word for word, terminal in self._grammar.keywords.items() if terminal in able and word.isalpha()]
        return misspelt(token, words, self._grammar.keywords)

    def _would_fit(self, word: str, position: int) -> bool:
        states = self._stack.after(self._stack.states(), self._leaf(position - 1, word).terminal)
        return self._mender.fits(states, position)

    def _misspelling(self, position: int, meant: str) -> None:
        span = self._span(position)
        self._reading.fault(
            "misspelt-keyword",
            say("`{word}` is not a word of the language", word=self._tokens[position].text),
            span,
            label=say("did you mean `{name}`?", name=meant),
            help_=say("words of the language are written exactly so"),
            fix=Fix(span, meant, say("write `{name}`", name=meant)),
        )

    def _leaf(self, position: int, word: str) -> Leaf:
        token = self._tokens[position]
        return Leaf(self._grammar.keywords.get(word, "CURRENCY"), word, token.start, token.end)

    # --- what is lost -------------------------------------------------------------------------------------------------

    def _tear(self, position: int) -> None:
        """Something of the clause at `position` is lost."""
        if self._start != FILE:
            self._reading.tear(Span(self._reading.source.name, *self._limits), "row")
        elif self._tokens:
            torn = min(position, len(self._tokens) - 1)
            self._reading.torn.append(self._clauses.torn(torn, self._reading.source.name, self._limits[1]))
            self._reading.lost.update(self._clauses.names_around(torn))

    def _span(self, position: int) -> Span:
        """The place of a token; where there is none, the end of what was read."""
        if 0 <= position < len(self._tokens):
            return self._reading.span(self._tokens[position].start, self._tokens[position].end)
        end = self._tokens[-1].end if self._tokens else self._limits[0]
        return self._reading.span(end, end)

    def _text(self, position: int) -> str:
        return self._tokens[position].text if position < len(self._tokens) else ""
