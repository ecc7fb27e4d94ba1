"""What is said in more than one part of the program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    ", ": "、",
    " or ": " または ",
    " and ": " と ",
    "[clauses] and ": "、かつ ",
    "did you mean `{name}`?": "`{name}` のことですか",
    "write `{name}`": "`{name}` と書いてください",
    "take it out": "取り除いてください",
    "`{what}`": "`{what}`",
    "topic": "話題",
    "definition": "定義",
    "label": "ラベル",
    "team": "担当",
    "script": "定型文",
    "fact": "事実",
    "error": "エラー",
    "warning": "警告",
    "note": "参考",
    "1 error": "エラー1件",
    "{count} errors": "エラー{count}件",
    "1 warning": "警告1件",
    "{count} warnings": "警告{count}件",
    "1 note": "参考1件",
    "{count} notes": "参考{count}件",
    "leave one of them out": "どちらかを取り除いてください",
    "the first one": "一つ目",
    "write `{word}`": "`{word}` と書いてください",
    "put it in quotes": "引用符で囲んでください",
    "keep one of them": "どちらか一つにしてください",
}
