"""Where sentences and clauses end in a folded text.

Clauses are what denial works in: "we don't need X, but please add Y" denies X alone. Rules of thumb, as data: the
words that open a clause of their own, and the commas that only part the members of a list. No morphological analyser
takes part, so that a text is cut alike wherever it is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kotowari.text.characters import JAPANESE, KANJI

# A full stop ends a sentence before white space, a closing mark, Japanese or the end, but not after one letter
# ("e.g."), the usual titles, or another full stop (an ellipsis trails off within a sentence).
_STOP: Final = (
    r"\.(?<!\.\.)(?<!\b[a-z]\.)(?<!\bmr\.)(?<!\bms\.)(?<!\bdr\.)(?<!\bvs\.)(?<!\bmrs\.)(?<!\bapprox\.)"
    rf"(?=[\s\"')\]{JAPANESE}]|\Z)"
)
# A blank line, or the next member of a list.
_BREAK: Final = r"\n(?=[^\S\n]{0,40}(?:\n|[-*・•+][^\S\n]|[0-9]{1,3}[.)][^\S\n]))"
SENTENCE_END: Final = rf"[!?。]|{_STOP}|{_BREAK}"

# These words open a clause wherever they stand.
_OPENING: Final = (
    r"but|because|although|though|however|whereas|while|unless|if|when|whenever|until|since|so[ ]that|as[ ]long[ ]as"
    r"|otherwise|yet|then[ ](?:i|we|you|please)|so[ ](?:i|we|you|please|can|could)|except"
)
# "and" and commas alone join the members of a list; before these words they join clauses.
_SPEAKING: Final = (
    r"(?:i|we|you|he|she|it|they|there|please|can|could|would|will|want|need|just|so|then|also|what|kindly|only|give|add|let"
    r"|instead|do|does|did|is|are|was|were|am|have|has|had|had|keep|tell|send|make|why|how|now)\b"
)
_ITEM: Final = r"(?:[ \n][\w'&/-]{1,30}){1,4}"
# "we don't need X, Y or Z": a short member that another comma, "or" or "nor" follows; the last member ends a sentence.
_LISTED: Final = (
    rf"(?![ \n]{_SPEAKING})[ \n]?(?:{_ITEM}?(?:,|[ \n]n?or\b)|n?or\b|and\b(?![ \n]{_SPEAKING}){_ITEM}(?:[.!?;]|\n|\Z))"
)
# "what we need", "that I want", "do we need" do not begin with "we" or "I".
_ASKED: Final = "(?<!what )(?<!that )(?<!think )(?<!thing )(?<!n't )(?<!do )(?<!did )(?<!does )(?<!would )"
_SELF: Final = rf"{_ASKED}(?:i|we)[ \n](?:want|need|would|am|are)\b"
# After a verb or an ending, 、 parts clauses; after a noun or one of は, も, を, に, や, か, の it does not.
_READING: Final = (
    rf"、(?<=[\u3041-\u3096]、)(?<![はもをにやかの]、)(?<![{KANJI}]と、)"
    r"|、(?<=希望、|必要、|不要、|無用、|結構、|有り、|無し、)"
    r"|ので(?![はもすしあ])、?"
    r"|けれども?、?|けど(?<=[でますたいだん]けど)も?、?"
    r"|が、(?<=[すたんいだるう]が、)|が(?<=ですが|ますが|たいが|ないが|せんが|したが)(?![っる])"
    r"|から(?<=ですから|ますから|せんから|ないから|たいから)(?![はものでだ])、?"
    r"|なら(?![ばなずんびべ])、?|たら(?:(?<=ったら)|(?<=したら))、?|れば、?"
)
_MARKS: Final = rf"[;()]|:(?![0-9/])|--|[^\S\n]-{{1,2}}\s|\n(?<=[{JAPANESE}、。]\n)"
_BEFORE: Final = rf"[ \n](?:(?:{_OPENING})\b|and[ \n](?={_SPEAKING})|{_SELF})|[、\s](?=ただ)"
_AFTER: Final = rf"{_MARKS}|,(?![0-9])(?!{_LISTED})|{_READING}"
_END: Final = re.compile(rf"(?P<sentence>{SENTENCE_END})|(?P<before>{_BEFORE})|{_AFTER}")
# Nothing looks further than this, in characters; a sentence is seldom longer, and the cost of a text stays linear.
REACH: Final = 200
# What ends a clause shows in the characters after it.
_AHEAD: Final = 100


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence around a place, from `start` to `end`, and the places `cuts` within it at which clauses end.

    What ends a clause or a sentence belongs to it, since a question is one, but a conjunction opens the next.
    """

    start: int
    cuts: tuple[int, ...]
    end: int


def sentence(text: str, start: int, end: int) -> Sentence:
    """The sentence around `start` to `end`, at most `REACH` characters to either side."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    cuts = [low]
    for found in _END.finditer(text, low, high + _AHEAD):
        cut = found.start() + 1 if found["before"] else found.end()
        if cut >= high:
            break
        if start < cut < end:
            continue
        if found["sentence"] and cut >= end:
            high = cut
            break
        if found["sentence"]:
            cuts.clear()
        elif cuts[-1] == cut or text[cuts[-1] : cut].isspace():
            cuts.pop()
        cuts.append(cut)
    return Sentence(cuts[0], tuple(cuts[1:]), high)


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around `start` to `end`, at most `REACH` characters to either side."""
    around = sentence(text, start, end)
    low = max((cut for cut in around.cuts if cut <= start), default=around.start)
    return low, min((cut for cut in around.cuts if cut >= end), default=around.end)
