"""Where sentences and clauses end in a folded text.

Clauses are what denial works in: "we don't need X, but please add Y" denies X alone. Rules of thumb, as data: the
words that open a clause of their own, and the commas that only part the members of a list.
"""

from __future__ import annotations

import re
from typing import Final

from kotowari.text.characters import JAPANESE

# A full stop ends a sentence before white space, a closing mark, Japanese or the end, but not after one letter
# ("e.g."), the usual titles, or another full stop (an ellipsis trails off within a sentence).
_STOP: Final = (
    r"(?<!\.)(?<!\b[a-z])(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\bvs)(?<!\bmrs)(?<!\bapprox)"
    rf"\.(?=[\s\"')\]{JAPANESE}]|\Z)"
)
# A blank line, or the next member of a list.
_BREAK: Final = r"\n(?=[^\S\n]{0,40}(?:\n|[-*・•+][^\S\n]|[0-9]{1,3}[.)][^\S\n]))"
SENTENCE_END: Final = rf"[!?。]|{_STOP}|{_BREAK}"

# "and" and commas alone join the members of a list; before these words they join clauses.
_OPENERS: Final = r"(?:i|we|you|he|she|it|they|please|can|could|would|want|need|just|but|so|then|also|what|kindly)\b"
# "we don't need X, Y or Z": a short member that another comma, "or" or "nor" follows.
_LISTED: Final = r"(?:[ \n](?!(?:i|we|you|please)\b)[\w'-]{1,30}){1,3}(?:,|[ \n]n?or\b)|[ \n]n?or\b"
_ENGLISH: Final = (
    rf",(?![0-9])(?!{_LISTED})|\band[ \n](?={_OPENERS})"
    r"|\b(?:but|because|although|though|however|whereas|while|so[ \n]that|unless)\b"
    r"|(?<!what )(?<!that )(?<!think )(?<!n't )(?=\b(?:i|we)[ \n](?:want|need|would)\b)"
)
# 、 parts clauses after a verb or ending; after a noun or は, も, を, に, や, か, の it does not.
_READING: Final = (
    r"(?<=[\u3041-\u3096])(?<![はもをにやかの])、|ので(?![はもすしあ])"
    r"|(?<=[でますたいだ])けど|けれど|[、\s]ただ"
)
_CLAUSE_END: Final = re.compile(
    rf"{SENTENCE_END}|[;()]|:(?![0-9/])|\s-{{1,2}}\s|--|{_ENGLISH}|{_READING}|(?<=[{JAPANESE}])\n"
)
# Nothing looks further than this, in characters; a clause is seldom longer, and the cost of a text stays linear.
REACH: Final = 200
_AHEAD: Final = 100


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around `start` to `end`, at most `REACH` characters to either side.

    What a full stop, a comma or a conjunction closes: its mark belongs to the clause, for a question is one.
    """
    low = max(0, start - REACH)
    # What ends a clause shows in the characters after it, so the search sees more than it may take.
    for found in _CLAUSE_END.finditer(text, low, start + _AHEAD):
        if found.end() > start:
            break
        low = found.end()
    found_end = _CLAUSE_END.search(text, end, min(len(text), end + REACH))
    return low, found_end.end() if found_end else min(len(text), end + REACH)
