"""What the command line says when something goes wrong, in Japanese: its sentences by their English ones.

Imported only where Japanese is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kotowari_cli.japanese_failures import FAILURES

SENTENCES: Final[Mapping[str, str]] = {
    **FAILURES,
    # show and explain
    "nothing in this policy has the words `{words}`": "この方針には `{words}` という言葉がありません",
    "try fewer words, or a part of one": "言葉を減らすか、言葉の一部で試してください",
    "`{name}` is nothing that this policy declares": "`{name}` は、この方針に宣言されていません",
    "`{command}` lists everything; `--find` looks into the texts": (
        "`{command}` がすべてを一覧にします。`--find` で文面の中も探せます"
    ),
    "`{code}` is no code of a diagnostic": "`{code}` という指摘のコードはありません",
    "`kotowari explain` lists all codes": "`kotowari explain` がすべてのコードを一覧にします",
}
