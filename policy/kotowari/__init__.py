"""Kotowari: say no with a reason.

`load` a policy, `decide` a request:

    policy = kotowari.load("rules")
    decision = policy.decide({"text": "Please add a Gantt chart", "facts": {"customer": {"plan": "pro"}}})
    decision.verdict            # "decline"
    decision.reply.text         # what to tell the customer
    decision.to_dict()          # the format kotowari.decision/1

Errors: `PolicyError` for a policy that does not compile, `RequestError` for a request that the policy cannot take; both
are ValueErrors and carry what is wrong as data.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kotowari.version import VERSION as __version__  # noqa: N811 - the name that packages use

if TYPE_CHECKING:
    from kotowari.api import Decision, Policy, PolicyError, compile_policy, lint, load, load_diagnostics
    from kotowari.model.model import Verdict
    from kotowari.requests import Request, RequestError
    from kotowari.shipped import packs

__all__ = [
    "Decision",
    "Policy",
    "PolicyError",
    "Request",
    "RequestError",
    "Verdict",
    "__version__",
    "compile_policy",
    "lint",
    "load",
    "load_diagnostics",
    "packs",
]

_HOMES = {
    "Decision": "api", "Policy": "api", "PolicyError": "api", "compile_policy": "api", "lint": "api", "load": "api",
    "load_diagnostics": "api", "Verdict": "model.model", "packs": "shipped", "Request": "requests",
    "RequestError": "requests",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: a program that needs one module does not wait for all."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
