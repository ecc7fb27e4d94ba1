"""Pastes what is proposed, where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import kotowari
from kotowari.testing.suggested import Reason, blocks


def paste(folder: Path, reasons: Iterable[Reason], taken: Iterable[str]) -> None:
    """Writes proposals into the rules and the cases of a policy's folder."""
    policy = kotowari.load(folder)
    lines: dict[str, list[tuple[int, str]]] = {}
    for number, block in enumerate(blocks(policy.model, reasons, set(taken))):
        if block.rule is None:
            (folder / "cases").mkdir(exist_ok=True)
            (folder / "cases" / f"pasted-{number}.yaml").write_text(block.text(), encoding="utf-8")
        else:
            end = _end(policy, block.rule)
            lines.setdefault(block.file, []).append((end, f"\n{block.text().rstrip()}"))
    _insert(folder, policy, lines)


def _end(policy: kotowari.Policy, rule: str) -> int:
    """Where a rule's examples end, or its outcome where it has none."""
    found = policy.model.rules[rule]
    return max((example.span.end for example in found.examples), default=found.outcome.span.end)


def _insert(folder: Path, policy: kotowari.Policy, lines: Mapping[str, list[tuple[int, str]]]) -> None:
    for name, own in lines.items():
        text = policy.sources[name].text
        for at, line in sorted(own, reverse=True):
            text = text[:at] + line + text[at:]
        (folder / name).write_text(text, encoding="utf-8")
