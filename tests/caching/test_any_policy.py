"""Whatever a policy is made of, what comes from the cache decides as what was compiled."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from tests.strategies import Scenario, scenarios

import kotowari
from kotowari.caching.policies import _CachedPolicy, _Stored, _to_store
from kotowari.caching.sealed import seal, unseal
from kotowari.requests.request import read_now, read_request


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(scenarios())
def test_a_policy_from_the_cache_decides_as_its_files_do(scenario: Scenario) -> None:
    fresh = kotowari.compile_policy(scenario.policy.files())
    stored = unseal(seal(_to_store(fresh)))
    assert isinstance(stored, _Stored)
    cached = _CachedPolicy(stored.model, stored.diagnostics, fresh.sources, stored=stored)
    now = read_now(scenario.request["now"])
    decided = [json.dumps(one.decide(read_request(scenario.request), now=now).to_dict()) for one in (fresh, cached)]
    assert decided[0] == decided[1]
