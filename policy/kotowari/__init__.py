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

from kotowari.api import Decision, Policy, PolicyError, compile_policy, load, load_diagnostics
from kotowari.model.model import Verdict
from kotowari.packs import packs
from kotowari.requests import Request, RequestError
from kotowari.version import VERSION as __version__

__all__ = [
    "Decision",
    "Policy",
    "PolicyError",
    "Request",
    "RequestError",
    "Verdict",
    "__version__",
    "compile_policy",
    "load",
    "load_diagnostics",
    "packs",
]
