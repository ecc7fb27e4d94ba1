"""Where sentences and clauses end in a folded text.

Clauses are what denial works in: "we don't need X, but please add Y" denies X alone. Rules of thumb, as data: the
words that open a clause of their own, and the commas that only part the members of a list. No morphological analyser
takes part, so that a text is cut alike wherever it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.characters import JAPANESE, KANJI

# A full stop ends a sentence before white space, a closing mark, Japanese or the end, but not after one letter
# ("e.g."), the usual titles, or another full stop (an ellipsis trails off within a sentence).
_STOP: Final = (
    r"(?<!\.\.)(?<!\b[a-z]\.)(?<!\bmr\.)(?<!\bms\.)(?<!\bdr\.)(?<!\bvs\.)(?<!\bmrs\.)(?<!\bapprox\.)"
    rf"(?=[\s\"')\]{JAPANESE}]|\Z)"
)
# A blank line, or the next member of a list.
_BREAK: Final = r"(?=[^\S\n]{0,40}(?:\n|[-*・•+][^\S\n]|[0-9]{1,3}[.)][^\S\n]))"
# These end a sentence wherever they stand.
FULL_STOPS: Final = "!?。"
SENTENCE_END: Final = rf"[{FULL_STOPS}]|\.{_STOP}|\n{_BREAK}"

# These words open a clause wherever they stand.
_OPENING: Final = (
    r"but|because|although|though|however|whereas|while|unless|if|when|whenever|until|since|so that|as long as"
    r"|otherwise|yet|then (?:i|we|you|please)|so (?:i|we|you|please|can|could)|except"
)
# "and" and commas alone join the members of a list; before these words they join clauses.
_SPEAKING: Final = (
    r"(?:i|we|you|he|she|it|they|there|please|can|could|would|will|want|need|just|so|then|also|what|kindly|only|give|add"
    r"|let|instead|do|does|did|is|are|was|were|am|have|has|had|keep|tell|send|make|why|how|now|not|no|never)\b"
)
_ITEM: Final = r"(?:[ \n][\w'&/-]{1,30}){1,4}"
# "we don't need X, Y or Z": a short member that another comma, "or" or "nor" follows; the last member ends a sentence.
_LISTED: Final = (
    rf"(?![ \n]{_SPEAKING})[ \n]?(?:{_ITEM}?(?:,|[ \n]n?or\b)|n?or\b|and\b(?![ \n]{_SPEAKING}){_ITEM}(?:[.!?;]|\n|\Z))"
)
# "what we need", "that I want", "do we need" do not begin with "we" or "I".
_ASKED: Final = "(?<!what )(?<!that )(?<!think )(?<!thing )(?<!n't )(?<!do )(?<!did )(?<!does )(?<!would )"
_SELF: Final = rf"{_ASKED}(?:i|we)[ \n](?:want|need|would|am|are)\b"

# What ends a sentence, a clause, and what opens the next one: a class of characters, and what has to follow one of them
# (or stand before it, up to and with it). Apart, for the characters alone are fast to look for.
_ENDS: Final = {
    "sentence": ((FULL_STOPS, ""), (r"\.", _STOP), (r"\n", _BREAK)),
    "clause": (
        (";()", ""),
        (":", "(?![0-9/])"),
        (r"\-", r"(?<=--)|(?<=[^\S\n]-)\s"),
        (r"\n", rf"(?<=[{JAPANESE}、。]\n)"),
        (",", rf"(?![0-9])(?!{_LISTED})"),
        # After a verb or an ending 、 parts clauses, after a noun or one of は, も, を, に, や, か, の it does not.
        ("、", rf"(?<=[\u3041-\u3096]、)(?<![はもをにやかの]、)(?<![{KANJI}]と、)"),
        ("、", "(?<=希望、|必要、|不要、|無用、|結構、|有り、|無し、)"),
        ("の", "で(?<=[うくぐすつぬぶむるいただなん]ので)(?![はもすしあ])、?"),
        ("け", "れども?、?|ど(?<=[でますたいだん]けど)も?、?"),
        ("が", "(?<=[すたんいだるう]が)、|(?<=ですが|ますが|たいが|ないが|せんが|したが)(?![っる])"),
        ("か", "ら(?<=ですから|ますから|せんから|ないから|たいから)(?![はものでだ])、?"),
        ("な", "ら(?![ばなずんびべ])、?"),
        ("たれ", "(?:(?<=った|した)ら|(?<=れ)(?<!出来れ)(?<!できれ)(?<!よけれ)(?<!良けれ)ば)、?"),
    ),
    "opening": ((r" \n", rf"(?:(?:{_OPENING})\b|and[ \n](?={_SPEAKING})|{_SELF})"), (r"、\s", "(?=ただ)")),
}
# Those of them that a text in ASCII can have, without the classes of Japanese, which take long to compile.
_ASCII_ENDS: Final = {
    kind: [
        ("".join(filter(str.isascii, first)), rest.replace(JAPANESE, "")) for first, rest in rules if first[0] < "\x80"
    ]
    for kind, rules in _ENDS.items()
}


def _expression(ends: Mapping[str, Sequence[tuple[str, str]]]) -> re.Pattern[str]:
    first_ones = "".join(first for rules in ends.values() for first, _ in rules)
    kinds = (
        f"(?P<{kind}>{'|'.join(f'(?<=[{first}])(?:{rest})' for first, rest in rules)})" for kind, rules in ends.items()
    )
    return regex(rf"[{first_ones}](?:{'|'.join(kinds)})")


_END: Final = _expression(_ENDS)
_ASCII_END: Final = _expression(_ASCII_ENDS)
# A mention that says already what is wanted of it.
_SAID: Final = regex("(?:付き|つき|あり|有り|有|込み|なし|無し|抜き|て|で|たい)$")
# Nothing looks further than this, in characters; a sentence is seldom longer, and the cost of a text stays linear.
REACH: Final = 200
# What ends a clause shows in the characters after it, so more is looked at than is taken.
_AHEAD: Final = 100
MARGIN: Final = REACH + _AHEAD


@record
class Sentence:
    """The sentence around a place: where its clauses before that place begin, and where those after it end.

    What ends a clause or a sentence belongs to it, since a question is one, but a conjunction opens the next.
    """

    begins: Sequence[int]
    ends: Sequence[int]


def sentence(text: str, start: int, end: int) -> Sentence:
    """The sentence around `start` to `end`, at most `REACH` characters to either side."""
    high = min(len(text), end + REACH)
    begins, ends = [max(0, start - REACH)], list[int]()
    for found in (_ASCII_END if text.isascii() else _END).finditer(text, begins[0], high + _AHEAD):
        kind = found.lastgroup
        cut = found.start() + 1 if kind == "opening" else found.end()
        if cut >= high:
            break
        if cut <= start:
            begins = [cut] if kind == "sentence" else _with(begins, cut, text)
        elif cut >= end and not (found.start() == end and _joins(text, start, end)):
            ends = _with(ends, cut, text)
            if kind == "sentence":
                return Sentence(begins, ends)
    return Sentence(begins, _with(ends, high, text))


def _joins(text: str, start: int, end: int) -> bool:
    """Whether the 、 right behind the words only joins them to what follows: 朝ご飯、夕食は不要, but not 朝食付き、."""
    return text[end] == "、" and not _SAID.search(text, max(start, end - 2), end)


def _with(places: list[int], place: int, text: str) -> list[int]:
    """Adds a place behind the others; between two of them is more than white space."""
    if places and (places[-1] == place or text[places[-1] : place].isspace()):
        places.pop()
    places.append(place)
    return places
