"""Which characters belong to which script, as classes of regular expressions for folded text.

Folding leaves hiragana where katakana stood, so the two share one class here; what was written as katakana is asked of
the text as given (see `KATAKANA`).
"""

from __future__ import annotations

from typing import Final

from kotowari.regex import regex

# Kanji with the marks that stand for one (々〆〇), the two ideograph blocks, compatibility forms, and the later planes.
KANJI: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Kana with the long vowel mark and voicing marks, but not the middle dot, which parts words.
KANA: Final = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\U0001b000-\U0001b16f"
JAPANESE: Final = KANJI + KANA

# A letter or digit of any other script: Latin words have edges inside Japanese.
LETTER: Final = rf"[^\W_{JAPANESE}]"
WORD: Final = rf"{LETTER}+(?:'{LETTER}+)*"
# The same for texts in ASCII: kanji are so many that each class with them takes milliseconds to compile.
ASCII_WORD: Final = r"[^\W_]+(?:'[^\W_]+)*"

# What may part two words of one phrase: white space, hyphens, quotes, emphasis, the `>` of a quoted mail.
SEPARATORS: Final = r"\s\-_/'\"・「」『』*~>`"

KATAKANA: Final = regex("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3300-\u3357\uff66-\uff9f]")
IS_KANJI: Final = regex(f"[{KANJI}]")
IS_JAPANESE: Final = regex(f"[{JAPANESE}]")
IS_LETTER: Final = regex(LETTER)
