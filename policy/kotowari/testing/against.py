"""Trials held against a policy before they run: names that it does not have, requests that it does not take."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from kotowari.api import Policy
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import Said, say
from kotowari.diagnostics.suggest import nearest
from kotowari.model.model import Model
from kotowari.requests import RequestError
from kotowari.testing.case_files import refused
from kotowari.testing.trial import Trial

_WORDS = {
    "rule": say("rule"),
    "team": say("team"),
    "label": say("label"),
    "topic": say("topic"),
    "fact": say("fact"),
    "language": say("language"),
}


def unfit(policy: Policy, trials: Iterable[Trial], now: datetime) -> Iterator[Diagnostic]:
    """What is wrong with trials that this policy cannot run."""
    known = _known(policy.model)
    for trial in trials:
        yield from _unknown_names(trial, known)
        try:
            # Without its text a request is read in no time; no text is wrong.
            policy.decide(replace(trial.request, text=None), now=trial.request.now or now)
        except RequestError as error:
            yield refused(trial, error)


def _known(model: Model) -> dict[str, Collection[str]]:
    return {
        "rule": model.rules,
        "team": model.teams,
        "label": model.labels,
        "topic": model.topics,
        "fact": model.facts,
        "language": model.languages,
    }


def _unknown_names(trial: Trial, known: dict[str, Collection[str]]) -> Iterator[Diagnostic]:
    for kind, name, path in _names(trial):
        if name not in known[kind]:
            meant = nearest(name, known[kind])
            yield Diagnostic(
                "bad-case",
                say("`{name}` is not a {kind} of this policy", name=name, kind=_WORDS[kind]),
                trial.place(f"expect.{path}"),
                label=say("did you mean `{name}`?", name=meant) if meant else "",
                help="" if meant else _others(kind),
            )


def _others(kind: str) -> Said:
    if kind == "language":
        return say("see `languages` of the policy")
    return say("`kotowari show {kinds}` lists them", kinds=f"{kind}s")


def _names(trial: Trial) -> Iterator[tuple[str, str, str]]:
    """The kind of each name that is expected, the name, and where it is."""
    expected = trial.expected
    yield from (("rule", name, "rules") for name in sorted(expected.rules or ()))
    yield from (("team", name, "team") for name in sorted(expected.teams or ()))
    single = (
        ("label", expected.label, "label"),
        ("fact", expected.ask, "ask"),
        ("language", expected.language, "reply.language"),
    )
    yield from ((kind, name, path) for kind, name, path in single if name is not None)
    for number, demand in enumerate(expected.demands or ()):
        place = f"demands.{number}"
        yield from (("topic", name, f"{place}.about") for name in sorted(demand.about))
        yield from (("rule", name, f"{place}.rules") for name in sorted(demand.rules or ()))
        yield from (("label", name, f"{place}.label") for name in (demand.label,) if name)
