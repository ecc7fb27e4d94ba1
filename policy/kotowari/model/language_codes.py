"""The codes of languages (ISO 639), and what people write in their place."""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# Names of languages, and codes of countries that are none of languages.
_USUAL: Final = {
    **dict.fromkeys(("jp", "jpn", "ja-jp", "ja_jp", "japanese", "nihongo", "日本語", "和文", "日本"), "ja"),
    **dict.fromkeys(("eng", "us", "gb", "english", "英語", "英文"), "en"),
    **dict.fromkeys(("cn", "chinese", "中国語"), "zh"),
    **dict.fromkeys(("kr", "korean", "韓国語"), "ko"),
    **dict.fromkeys(("ger", "german", "deutsch", "ドイツ語"), "de"),
    **dict.fromkeys(("fre", "french", "français", "フランス語"), "fr"),
    **dict.fromkeys(("spanish", "español", "スペイン語"), "es"),
}


def meant_code(name: str) -> str | None:
    """The code of the language that is called so; None where none is known. What has the form of a code is one."""
    lowered = name.casefold()
    if lowered in _USUAL:
        return _USUAL[lowered]
    return next((code for code in (name, lowered) if _CODE.fullmatch(code)), None)
