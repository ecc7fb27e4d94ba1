r"""Reads the text of a pattern.

    pattern  = phrase
    phrase   = element { [ gap ] element }
    gap      = white space, hyphen, slash or quote | "..."
    element  = WORD [ "*" ] | JAPANESE [ "*" ] | "#" | "(" phrase { "|" phrase } ")" | "\" CHARACTER | SYMBOL

The text is folded first, so that full-width （｜）＃＊ and … are read as well.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, assert_never

from kotowari.diagnostics.said import say
from kotowari.text.characters import IS_JAPANESE, IS_LETTER, JAPANESE, KATAKANA, LETTER, SEPARATORS, WORD
from kotowari.text.errors import PatternError
from kotowari.text.fold import Folded, fold
from kotowari.text.forms import forms
from kotowari.text.japanese.listed import opening
from kotowari.text.japanese.spellings import Spellings, spellings
from kotowari.text.patterns.contractions import negated, with_not
from kotowari.text.patterns.nodes import (
    LONGEST,
    Choice,
    Gap,
    Japanese,
    Node,
    Number,
    Phrase,
    Prefix,
    Step,
    Symbol,
    Word,
    leaves,
)

DEEPEST: Final = 10
# The dashes of `--sort` and `-v` are meant, other than those between the words of `self-hosted`.
_OPTION: Final = rf"(?<![^\s(|])-{{1,2}}{LETTER}"
_GAP: Final = re.compile(rf"(?:(?!{_OPTION})[{SEPARATORS.replace('*', '')}])+")
_DOTS: Final = re.compile(r"\.{3,}")
_WORD: Final = re.compile(WORD)
_JAPANESE: Final = re.compile(f"[{JAPANESE}]+")
_AND_NOT: Final = re.compile(rf"\s+not(?!{LETTER}|['*])")
# More capitals are a word that somebody shouts.
_LONGEST_ABBREVIATION: Final = 5


def parse(text: str, *, exact: bool = False) -> Phrase:
    """The phrase that a pattern's text stands for; raises `PatternError`.

    `exact` words match only themselves. Raises
    `morphemes.MissingJapanese` too, where what reads Japanese is not installed.
    """
    if len(text) > LONGEST:
        raise PatternError(
            say("this pattern has more than {longest} characters", longest=LONGEST),
            LONGEST,
            len(text),
            say("write several shorter patterns"),
        )
    return _settle(_Parser(text, exact=exact).whole(), (True, True))


def pieces(text: str) -> tuple[str, ...]:
    """What a pattern that can be read has, as written, for each step of its phrase."""
    parser = _Parser(text, exact=False)
    parser.whole()
    places = (parser.folded.span(start, end) for start, end in parser.top)
    return tuple(parser.folded.written[start:end] for start, end in places)


class _Parser:
    """Recursive descent; `place` is where it stands in the folded text, `top` where the steps of the whole stand."""

    def __init__(self, text: str, *, exact: bool) -> None:
        self.folded: Folded = fold(text)
        self.text = self.folded.text
        self.exact = exact
        self.place = 0
        self.top: list[tuple[int, int]] = []

    def whole(self) -> Phrase:
        if not self.text.strip():
            raise PatternError(
                say("this pattern is empty"), 0, len(self.folded.written), say("write the words to look for")
            )
        phrase = self.phrase(0)
        if self.at(")"):
            raise self.error(say("this `)` closes no bracket"), say("write `(` before the alternatives"), self.place)
        if self.at("|"):
            raise self.error(say("alternatives stand in brackets"), say("write `(this|that)`"), self.place)
        return phrase

    def phrase(self, depth: int) -> Phrase:
        steps: list[Step] = []
        start = self.place
        while True:
            gap = self.gap(steps)
            if self.place == len(self.text) or self.text[self.place] in "|)":
                break
            begin = self.place
            node = self.element(depth)
            if depth == 0:
                self.top.append((begin, self.place))
            steps.append(Step(_gap_of(gap, steps, node), node))
            self.check_joint(steps, begin)
        if not steps:
            raise self.error(
                say("there are no words here"), say("write a word, or take the empty part out"), start - (depth > 0), 1
            )
        if gap is Gap.FEW:
            raise self.dots(self.place - 1)
        return Phrase(tuple(steps))

    def gap(self, steps: list[Step]) -> Gap:
        """Skips what stands between two elements."""
        gap = Gap.NONE
        while True:
            if found := _GAP.match(self.text, self.place):
                gap = gap if gap is Gap.FEW else Gap.WORDS
            elif found := _DOTS.match(self.text, self.place):
                if not steps or gap is Gap.FEW:
                    raise self.dots(self.place)
                gap = Gap.FEW
            else:
                return gap
            self.place = found.end()

    def element(self, depth: int) -> Node:
        if self.at("("):
            return self.no_star(self.choice(depth + 1))
        if self.at("#"):
            self.place += 1
            return self.no_star(Number())
        if self.at("*"):
            raise self.error(
                say("this `*` follows no word"),
                say(r"write it right after the beginning of a word: `host*`"),
                self.place,
            )
        if found := _WORD.match(self.text, self.place):
            return self.latin(found)
        if found := _JAPANESE.match(self.text, self.place):
            return self.japanese(found)
        return self.symbol()

    def choice(self, depth: int) -> Choice:
        opened = self.place
        if depth > DEEPEST:
            raise self.error(
                say("brackets stand more than {deepest} deep here", deepest=DEEPEST),
                say("write several patterns"),
                opened,
            )
        options: list[Phrase] = []
        while not options or self.at("|"):
            self.place += 1
            options.append(self.phrase(depth))
        if not self.at(")"):
            raise self.error(
                say("this `(` is not closed"), say(r"write `)` after the alternatives, or `\(` for the sign"), opened
            )
        self.place += 1
        return Choice(tuple(options))

    def latin(self, found: re.Match[str]) -> Node:
        word = found.group()
        self.place = found.end()
        if self.star():
            return Prefix(word)
        if self.exact:
            return Word(frozenset({word}))
        if (apart := with_not(word)) and (followed := _AND_NOT.match(self.text, self.place)):
            self.place = followed.end()
            return apart
        start, end = self.folded.span(*found.span())
        return negated(word) or Word(forms(word) | _plural(word, self.folded.written[start:end]))

    def japanese(self, found: re.Match[str]) -> Node:
        self.place = found.end()
        plain = self.folded.plain[found.start() : found.end()]
        katakana = all(KATAKANA.match(character) for character in plain)
        beginning = self.star()
        known = spellings(plain)  # asked for in any case: without what reads Japanese, no pattern has a meaning
        if self.exact or beginning:
            known = Spellings((), ())
        openings = known.openings or (opening(found.group()),)
        return Japanese(found.group(), katakana, known.ways, openings, beginning=beginning, signs=known.signs)

    def symbol(self) -> Symbol:
        if self.at("\\"):
            self.place += 1
            if self.place == len(self.text) or re.match(r"[\w\s]", self.text[self.place]):
                raise self.error(
                    say(r"this `\` stands before no sign"), say(r"write `\\` for the sign itself"), self.place - 1
                )
        self.place += 1
        return Symbol(self.text[self.place - 1])

    def star(self) -> bool:
        """Takes the `*` after the beginning of a word."""
        if not self.at("*"):
            return False
        self.place += 1
        following = self.text[self.place : self.place + 1]
        if following and (following in "*#(" or IS_LETTER.match(following) or IS_JAPANESE.match(following)):
            raise self.error(
                say("a `*` stands only at the end of a word"), say("take it out, or end the word there"), self.place - 1
            )
        return True

    def no_star(self, node: Node) -> Node:
        if self.at("*"):
            raise self.error(say("a `*` follows only the beginning of a word"), say("take it out"), self.place)
        return node

    def check_joint(self, steps: list[Step], begin: int) -> None:
        """Latin words that run into each other or into a number are one word in a text: they would match nothing."""
        if len(steps) < 2 or steps[-1].gap not in {Gap.NONE, Gap.NUMBER}:
            return
        if not any(isinstance(leaf, Word | Prefix) for leaf in leaves(steps[-2].node, -1)):
            return
        after = tuple(leaves(steps[-1].node, 0))
        if any(isinstance(leaf, Number) for leaf in after):
            raise self.error(
                say("`#` stands for a number and cannot follow a letter"), say(r"write `\#` for the sign"), begin
            )
        if any(isinstance(leaf, Word | Prefix) for leaf in after):
            raise self.error(
                say("a bracket cannot stand for a part of a word"), say("write the words out: `(login|logon)`"), begin
            )

    def at(self, sign: str) -> bool:
        return self.text.startswith(sign, self.place)

    def dots(self, place: int) -> PatternError:
        return self.error(
            say("`...` needs words on both sides"), say("write the words before and after it, or take it out"), place
        )

    def error(self, message: str, help_: str, place: int, length: int = 1) -> PatternError:
        start = max(0, min(place, len(self.text) - 1))
        return PatternError(message, *self.folded.span(start, min(len(self.text), start + length)), help_)


def _plural(word: str, written: str) -> frozenset[str]:
    """The plural of an abbreviation in capitals (SSOs), which nobody would take for the plural of a word."""
    abbreviation = written.isupper() and 1 < len(written) <= _LONGEST_ABBREVIATION and not word.endswith("s")
    return frozenset({word + "s"}) if abbreviation else frozenset()


def _gap_of(gap: Gap, steps: list[Step], node: Node) -> Gap:
    """The gap before `node`; a number keeps its unit at a space as well."""
    if gap is Gap.NONE and steps and (isinstance(node, Number) or isinstance(steps[-1].node, Number)):
        return Gap.NUMBER
    return gap


def _settle(phrase: Phrase, edges: tuple[bool, bool]) -> Phrase:
    """The phrase with each Japanese word told where it has to begin and end like one."""
    together = [not edges[0], *(step.gap in {Gap.NONE, Gap.NUMBER} for step in phrase.steps[1:]), not edges[1]]
    steps: list[Step] = []
    for index, step in enumerate(phrase.steps):
        # What counts stays open: 「#泊」 is in 3泊分 and 三泊四日.
        counts = index > 0 and isinstance(phrase.steps[index - 1].node, Number)
        node_edges = (not (counts or together[index]), not (counts or together[index + 1]))
        steps.append(replace(step, node=_settle_node(step.node, node_edges)))
    return Phrase(tuple(steps))


def _settle_node(node: Node, edges: tuple[bool, bool]) -> Node:
    match node:
        case Japanese(text, beginning=beginning):
            if edges == (False, False):  # what counts, such as 泊 in 「#泊」, is these very characters
                return replace(node, edges=edges, ways=(), openings=(opening(text),), signs=())
            return replace(node, edges=(edges[0], edges[1] and not beginning))
        case Choice(options):
            return _simplest(tuple(_settle(option, edges) for option in options))
        case Word() | Prefix() | Number() | Symbol():
            return node
        case _:
            assert_never(node)


def _simplest(options: tuple[Phrase, ...]) -> Node:
    """The choice; among single words it is one word with the forms of all."""
    if len(options) == 1 and len(options[0].steps) == 1:
        return options[0].steps[0].node
    words = [option.steps[0].node for option in options if len(option.steps) == 1]
    forms_of_all = [word.forms for word in words if isinstance(word, Word)]
    return Word(frozenset[str]().union(*forms_of_all)) if len(forms_of_all) == len(options) else Choice(options)
