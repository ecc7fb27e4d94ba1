"""The words that begin declarations and clauses: where one of them begins a line, something new begins."""

from __future__ import annotations

DECLARATIONS = (
    *("policy", "value", "strategy", "team", "fact", "topic", "define", "label"),
    *("rule", "table", "script", "usual", "tension"),
)

PARTS = ("sorry", "thanks", "cushion", "answer", "reason", "instead", "next", "close")

# After an error the parser goes on at one of these that begins a line.
CLAUSES = frozenset(
    (
        *DECLARATIONS,
        *("edition", "languages", "zone", "otherwise", "unanswered", "order", "complete"),
        *("leads", "internal", "serves", "from", "until", "answers", "contact"),
        *("is", "to", "call", "ask", "usually", "fixed", "read", "words", "not"),
        *("about", "when", "accept", "decline", "escalate", "say", "do", "note", "overrides", "final", "owner"),
        *("allow", "approved", "review", "example", "counterexample", "except", "one", "every"),
        *(*PARTS, "nothing"),
    ),
)
