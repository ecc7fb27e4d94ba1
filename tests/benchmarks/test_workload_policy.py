"""The yardstick's policies as rule files: they decide as the yardstick says."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import cast

import pytest
from benchmarks import decide
from benchmarks.workload_policy import Kotowari, Workload, files

import kotowari

Request = Mapping[str, Mapping[str, object]]

SMALL: Workload = {
    "facts": {
        "enum": {"customer.plan": ["free", "pro"], "request.kind": ["kind_0", "kind_1"]},
        "number": ["customer.seats"],
        "flag": ["customer.vip"],
    },
    "default": "decline",
    "rules": [
        {"id": "r0", "outcome": "escalate", "all": [{"op": "ge", "fact": "customer.seats", "value": 100},
                                                    {"op": "eq", "fact": "customer.plan", "value": "pro"}]},
        {"id": "r1", "outcome": "accept", "all": [{"op": "is", "fact": "customer.vip"},
                                                  {"op": "lt", "fact": "customer.seats", "value": 5}]},
        {"id": "r2", "outcome": "accept", "all": [
            {"op": "mentions", "fact": "request.text", "values": ["kabo", "ruti sale"]},
            {"op": "not", "cond": {"op": "in", "fact": "request.kind", "values": ["kind_1"]}}]},
        {"id": "r3", "outcome": "accept", "all": [{"op": "le", "fact": "customer.seats", "value": 0},
                                                  {"op": "gt", "fact": "customer.seats", "value": -2}]},
    ],
}  # fmt: skip


def request(text: str = "", *, plan: str = "free", seats: int = 50, vip: bool = False, kind: str = "kind_0") -> Request:
    return {"customer": {"plan": plan, "seats": seats, "vip": vip}, "request": {"text": text, "kind": kind}}


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        (request(), "decline"),
        (request(plan="pro", seats=100), "escalate"),
        (request(plan="pro", seats=99), "decline"),
        (request(vip=True, seats=4), "accept"),
        (request(vip=True, seats=5), "decline"),
        (request("a KABO here"), "accept"),
        (request("a ruti, sale"), "decline"),
        (request("ruti sale", kind="kind_1"), "decline"),
        (request(seats=0), "accept"),
        (request(seats=-1), "accept"),
        (request(seats=-2), "decline"),
    ],
)
def test_each_condition_of_the_yardstick_is_written_as_it_is_meant(asked: Request, verdict: str) -> None:
    engine = Kotowari()
    engine.load(SMALL)
    assert engine.decide(asked) == verdict


def test_every_rule_stands_in_the_files() -> None:
    assert kotowari.compile_policy(files(SMALL)).model.rules.keys() == {"r0", "r1", "r2", "r3"}


@pytest.mark.parametrize("shape", ["scoped", "broad", "texty"])
@pytest.mark.parametrize("size", [10, 120])
def test_verdicts_are_those_of_the_yardstick(size: int, shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not decide.BENCH.is_dir():
        pytest.skip("../shared/bench is not there")
    monkeypatch.setattr(sys, "path", [str(decide.BENCH), *sys.path])
    workload = importlib.import_module("workload")
    make = cast("Callable[..., tuple[Workload, Sequence[Request]]]", workload.make)
    policy, inbox = make(size, shape, 7, 150)
    reference = cast("Callable[[Workload, Request], str]", workload.verdict)
    engine = Kotowari()
    engine.load(cast("Workload", json.loads(json.dumps(policy))))
    assert [engine.decide(one) for one in inbox] == [reference(policy, one) for one in inbox]


# --- the script that races --------------------------------------------------------------------------------------------


def row(engine: str, size: int, per_s: float, ratio: float | None) -> decide.Row:
    return {"engine": engine, "size": size, "shape": "scoped", "per_s": per_s, "ratio": ratio, "p50_us": 2.0,
            "p99_us": 9.0, "load_ms": 500.0, "mib": 30.0, "checked": 10, "wrong": 0}  # fmt: skip


def test_the_table_and_the_growth() -> None:
    rows = [row(decide.OURS, 10, 400_000, 1.5), row("zen", 10, 200_000, 1.0), row(decide.OURS, 1000, 100_000, 9.0)]
    header, titles, ours, peer = decide.table(rows[:2]).lstrip().splitlines()
    assert header == "10 rules, scoped"
    assert titles.split()[:3] == ["engine", "decisions/s", "x"]
    assert ours.split() == ["kotowari", "400,000", "1.50", "2.0", "9.0", "0.50", "30.0", "0"]
    assert peer.split()[:3] == ["zen", "200,000", "1.00"]
    assert decide.growth(rows).strip() == "scoped: a decision by 1,000 rules costs 4.0 times one by 10"


def test_without_the_yardstick_there_is_nothing_to_measure(capsys: pytest.CaptureFixture[str]) -> None:
    assert decide.main(["/nowhere"]) == 2
    assert capsys.readouterr().err == "no yardstick in /nowhere: it has no race.py\n"
