"""Where a text says that a value is not the one: "I'm not on the free plan", 「3泊ではなく2泊」."""

from __future__ import annotations

from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER
from kotowari.text.denial.denial import is_denied
from kotowari.text.fold import Folded
from kotowari.text.reading.capture import Captured

# So many characters before a pattern are looked at.
_BACK: Final = 40
_SMALL: Final = r"on|in|at|for|by|to|of|a|an|the|my|our|your|really|currently|actually|anymore|any|just"
# To have something or to use it: that is denied with the value. "I can't use" complains about what one has.
_HAVING: Final = (
    r"have|having|had|use|using|used|been|being|own|owning|subscribed|signed|up|enrolled|with|take|taking|got"
)
_NOT_BEFORE: Final = regex(
    rf"(?<!{LETTER})(?:(?:not|[a-z]+n't|never|no longer|nor|instead of|rather than|other than)(?: (?:{_SMALL}))*"
    rf"|(?:(?<!can)(?<!could) ?not|(?:do|does|did|is|are|am|was|were|have|has|had)n't|never|no longer)"
    rf"(?: (?:{_SMALL}|{_HAVING}))*)\s$"
)
_NOT_AFTER: Final = regex(
    r"(?:様|分)?(?:で|じゃ)(?:は|も)?(?:な[いくか]|ありません|ございません)|以外"
    # What one does not use or have: 使っていません, but not 使えません.
    r"|(?:は|を|に|には|も|なんて|とか)?、?(?:今は|今|現在|現在は|まだ|もう|特に|一度も|別に)?、?"
    r"(?:使って|つかって|利用して|使用して|契約して|加入して|登録して|申し込んで|購入して|買って|入って|持って|所有して|選んで|参加して)"
    r"(?:は|も)?(?:い|おり|お)?(?:ない|ません|なく|らず)"
    r"| (?:is|was)(?: not|n't) (?:what|the one|mine|ours|my|our)\b"
)


def is_contrary(folded: Folded, captured: Captured) -> bool:
    """Whether the text says that this is not so, or not wanted."""
    text, found = folded.text, captured.found
    if _NOT_AFTER.match(text, captured.end) or _NOT_BEFORE.search(
        text[max(0, captured.start - _BACK) : captured.start]
    ):
        return True
    return is_denied(folded, found.start, found.end)
