"""How the tests of reviews read their cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import yaml

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.source import Source
from kotowari.model.duration import Duration
from kotowari.model.model import Verdict
from kotowari.review.expectations import Asked, Expectations
from kotowari.review.review import review

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Reply:
    """A reply of the cases: what has to be found in it, and what it is measured against."""

    name: str
    language: str
    text: str
    found: tuple[str, ...]
    decision: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return reviewed(self.text, self.language, self.decision)


def reviewed(text: str, language: str, decision: Mapping[str, Any] | None = None) -> tuple[Diagnostic, ...]:
    return review(Source("reply", text), language, expectations(decision or {}))


def codes(text: str, language: str, decision: Mapping[str, Any] | None = None) -> set[str]:
    return {found.code for found in reviewed(text, language, decision)}


def expectations(decision: Mapping[str, Any]) -> Expectations:
    known = {"verdict", "asked", "reasons", "team", "other_teams", "days", "known", "hidden", "needs_instead"}
    assert decision.keys() <= known
    return Expectations(
        verdict=Verdict(decision["verdict"]) if "verdict" in decision else None,
        asked=tuple(Asked(name) for name in decision.get("asked", ())),
        team=decision.get("team"),
        within=Duration(0, decision["days"], Decimal(0)) if "days" in decision else None,
        needs_instead=decision.get("needs_instead", True),
        reasons=tuple(decision.get("reasons", ())),
        other_teams=tuple(decision.get("other_teams", ())),
        known=tuple(decision.get("known", ())),
        hidden=tuple(decision.get("hidden", ())),
    )


def replies(language: str) -> list[Reply]:
    listed = cast("list[dict[str, Any]]", load(f"replies.{language}.yaml"))
    return [
        Reply(one["name"], language, one["text"], tuple(one.get("found", ())), one.get("decision", {}))
        for one in listed
    ]


def load(name: str) -> object:
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
