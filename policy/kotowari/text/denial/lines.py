"""The data that tells what denies a topic: `data/denial.en.txt` and `data/denial.ja.txt`, and what its lines match.

    {name} = PATTERN      a name for words that many lines use
    denies PATTERN        `X`, the topic, is not wanted
    asks PATTERN          `X` is wanted all the same: polite requests carry negatives, and so do complaints
    - SENTENCE            an example in which the [topic] stands denied
    + SENTENCE            an example in which the [topic] is asked for

In a pattern, an English word stands for all its forms, in double quotes for itself, `(a|b)` for either, `(a|)` for `a`
or nothing, `...` for whatever stands in the clause, `..` for a few words, 〜 for the rest of the noun that the topic
begins, `,` for a place where a clause begins or ends, `#` for digits, and 、 for a pause, whether a clause ends there
or not. Japanese stands for itself. Apostrophes do not count: `don't` matches "dont". The last line that matches
decides.

Names stand for classes of words, also within other names; a line combines them, so that it covers every predicate of a
class with every particle, not those that somebody has seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.characters import IS_JAPANESE, JAPANESE, WORD
from kotowari.text.denial.ways import ways
from kotowari.text.fold import fold
from kotowari.text.forms import forms
from kotowari.text.lexicon import lines
from kotowari.text.regular.linear import escape

# What `kotowari.text.denial.needed` writes: each word of the data with its forms.
FORMS: Final = "forms.en.txt"
_EXAMPLES: Final = frozenset({"+", "-"})
# Where the topic stands, and where a clause ends; texts have neither of them.
TOPIC: Final = "\ufffc"
CUT: Final = "\ufffb"
_SPACE: Final = r"[\s\"*~`_-]*"
_CUT: Final = rf"[\s,.;:!?、。()\"-]*{CUT}{_SPACE}"
_WORD: Final = rf"[^\s{TOPIC}{CUT}]*"
_TOKEN: Final = regex(
    r"\s*(?P<gap>\.\.\.)\s*|\s*(?P<near>\.\.)\s*|\s*(?P<cut>,)\s*|(?P<space>\s+)|(?P<mark>[(|)])|\"(?P<exact>[^\"]+)\"|(?P<number>\#)"
    rf"|(?P<pause>、)|(?P<rest>~)|(?P<word>{WORD})|(?P<other>[{JAPANESE}]+|[^\s(|),.])"
)
# What stands for the same in every language; a comma behind katakana is a ・ here, since it parts no clauses.
_ALIKE: Final = {"number": "[0-9]+", "pause": f"[、・]{CUT}?"}
_LATIN: Final = regex("[a-z]")


@record
class Gaps:
    """What `...`, `..` and 〜 match in the language of a file, and the `script` that each of its lines needs."""

    wide: str
    near: str
    rest: str
    script: re.Pattern[str]


# Whatever stands in the clause; up to five words, or a few characters but none of the particles that mark a topic, save
# where they belong to a word or an adverb (もらう, 誰も); what may end a noun (プラン in 朝食プラン).
FILES: Final = {
    "denial.en.txt": Gaps(f"[^{TOPIC}{CUT}]*", rf"{_WORD}(?:\s+{_WORD}){{0,4}}", _WORD, _LATIN),
    "denial.ja.txt": Gaps(
        f"[^{TOPIC}{CUT}]*",
        f"(?:[^はがをも{TOPIC}{CUT}]|も[らっの]|が[っりるら]|[誰何度つらしうてでと後今]も){{0,9}}",
        rf"[^はがをもでに、・\s{TOPIC}{CUT}]{{0,6}}",
        IS_JAPANESE,
    ),
}


class Speech(StrEnum):
    """What a line of the data says of the topic."""

    DENIES = "denies"
    ASKS = "asks"


@record
class Line:
    """One line of the data, and its examples, in which the topic stands in square brackets.

    It matches where one of its `sources` does, which are regular expressions.
    """

    speech: Speech
    pattern: str
    sources: tuple[str, ...]
    denied: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.speech} {self.pattern}"


@cache
def data() -> tuple[Line, ...]:
    """The lines of all files, each with the regular expressions that its pattern stands for."""
    return tuple(line for name in FILES for line in data_of(name))


@cache
def data_of(name: str) -> tuple[Line, ...]:
    """The lines of one of the files."""
    return tuple(_read(name))


@cache
def sources_of(name: str, number: int) -> tuple[str, ...]:
    """The regular expressions of one line of a file, made without those of the others."""
    return tuple(expression(way, FILES[name]) for way in ways(spelled_out(name)[number][1]))


@cache
def spelled_out(name: str) -> tuple[tuple[Speech, str], ...]:
    """The lines of a file by number: what each says, and its pattern with what the names in it stand for."""
    return tuple((Speech(kind), whole) for kind, _, whole in _spelled_out(lines(name)) if kind not in _EXAMPLES)


def _read(name: str) -> list[Line]:
    read: list[Line] = []
    for kind, rest, _ in _spelled_out(lines(name)):
        if kind in _EXAMPLES:
            read.append(_with_example(read.pop(), rest, denied=kind == "-"))
        else:
            read.append(Line(Speech(kind), rest, sources_of(name, len(read))))
    return read


def _spelled_out(written: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The lines but those for names: what each is, as it stands there, and with what its names stand for."""
    names: dict[str, str] = {}
    for line in written:
        kind, _, rest = line.partition(" ")
        if kind.startswith("{"):
            names[kind] = _named(rest.removeprefix("= "), names)
        else:
            yield kind, rest, _named(rest, names)


def _named(pattern: str, names: dict[str, str]) -> str:
    for name, words in names.items():
        pattern = pattern.replace(name, words)
    return pattern


def _with_example(line: Line, example: str, *, denied: bool) -> Line:
    if denied:
        return Line(line.speech, line.pattern, line.sources, (*line.denied, example), line.asked)
    return Line(line.speech, line.pattern, line.sources, line.denied, (*line.asked, example))


def patterns(name: str, speech: Speech) -> tuple[str, ...]:
    """The patterns of one of the files, the names in them replaced by what they stand for."""
    return tuple(whole for kind, _, whole in _spelled_out(lines(name)) if kind == speech)


def expression(pattern: str, gaps: Gaps) -> str:
    """The regular expression of RE2 that a pattern stands for."""
    fixed = {"gap": gaps.wide, "near": gaps.near, "rest": gaps.rest, "cut": _CUT, "space": _SPACE, **_ALIKE}
    return "".join(_part(found, fixed) for found in tokens_of(pattern))


def tokens_of(pattern: str) -> Iterator[re.Match[str]]:
    """What a pattern is made of, one after the other."""
    return _TOKEN.finditer(fold(pattern.replace("X", TOPIC)).text)


def _part(found: re.Match[str], fixed: Mapping[str, str]) -> str:
    match found.lastgroup:
        case "mark":
            return {"(": "(?:"}.get(found[0], found[0])
        case "exact" | "word":
            return rf"\b(?:{'|'.join(escape(word) for word in words_of(found))})\b"
        case kind:
            return fixed.get(kind or "", escape(found[0]))


def words_of(token: re.Match[str]) -> tuple[str, ...]:
    """The words or characters one of which stands where a token matches; none for what matches more than that."""
    match token.lastgroup:
        case "exact":
            return (token["exact"].replace("'", ""),)
        case "word":
            return _forms(token[0])
        case "other":
            return () if token[0] == TOPIC else (token[0],)
        case _:
            return ()


def _forms(word: str) -> tuple[str, ...]:
    """The forms of a word; those of the data's own words are kept, since stemming them takes many times as long."""
    return _kept_forms().get(word) or forms_of(word)


@cache
def _kept_forms() -> dict[str, tuple[str, ...]]:
    return {word: tuple(its) for word, *its in map(str.split, lines(FORMS))}


@cache
def forms_of(word: str) -> tuple[str, ...]:
    """The forms of a word as sentences have them, without apostrophes."""
    spelled = {word} if "'" in word else forms(word)
    return tuple(sorted({form.replace("'", "") for form in spelled}))
