"""The codes of what a review finds."""

from __future__ import annotations

from typing import Final

from kotowari.review.objections import OBJECTIONS

# What a letter lacks: a part of one lacks it, too, and need not have it.
LACKS: Final = frozenset(
    {"no-thanks", "no-clear-answer", "no-reason", "no-alternative", "parts-out-of-order", "request-not-named"}
)
# What is said of a letter as a whole, and of none of its strings.
OF_LETTERS: Final = LACKS | {"too-long"}
# Looked for in drafts alone: a script is what its rule says.
OF_DRAFTS: Final = frozenset({"reason-not-said", "wrong-verdict"})
# Looked for in the scripts of a policy.
OF_SCRIPTS: Final = OF_LETTERS.union(
    OBJECTIONS,
    ("bare-apology", "repeated-apology", "many-negatives"),
    ("no-cushion", "late-cushion", "mixed-style", "wrong-width"),
    ("asks-again", "wrong-team", "promises-too-early"),
    ("languages-differ", "one-text-for-many"),
)
