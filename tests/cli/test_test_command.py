"""`kotowari test` as a person uses it."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from tests.cases.conftest import AT, DESK, sample
from tests.cli.conftest import COMMAND, Ended, Run, environment

import kotowari
from kotowari.caching.place import cache_folder
from kotowari_cli.exits import Exit
from kotowari_cli.remembered import memory_of, recall, remember
from kotowari_cli.watch import state_of, watch


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    shutil.copytree(DESK, folder)
    (folder / "cases").mkdir()
    return folder


@pytest.fixture
def tested(kotowari_in: Run) -> Callable[..., Ended]:
    """Runs `kotowari test desk` with further words."""
    return lambda *words: kotowari_in("test", "desk", *words, *AT)


def add(folder: Path, *names: str) -> None:
    for name in names:
        (folder / "cases" / f"{name}.yaml").write_bytes(sample(name))


def headlines(ended: Ended) -> list[str]:
    return [line.split("`")[1] for line in ended.out.splitlines() if line.startswith("error[")]


def last(ended: Ended) -> str:
    return ended.out.splitlines()[-1]


# --- choosing ---------------------------------------------------------------------------------------------------------


def test_examples_and_cases_are_run(desk: Path, tested: Callable[..., Ended]) -> None:
    add(desk, "good")
    assert tested() == Ended(0, "6 examples, 7 cases: as expected\n", "")
    assert tested("-n", "example 1") == Ended(0, "3 examples: as expected\n", "")
    assert tested("--rule", "talk-to-sales") == Ended(0, "1 example, 1 case: as expected\n", "")


def test_the_rows_of_a_table_are_chosen_by_its_name(kotowari_in: Run) -> None:
    starter = str(kotowari.packs() / "starter")
    rows = [kotowari_in("test", starter, "--rule", f"late-refund/{row}").out for row in range(1, 7)]
    cases = sum(int(out.partition(" ")[0]) for out in rows)
    assert cases > len(rows)
    assert kotowari_in("test", starter, "--rule", "late-refund") == Ended(0, f"{cases} cases: as expected\n", "")


@pytest.mark.parametrize("name", ["good.yaml", "cases/good.yaml", "desk/cases/good.yaml", "./desk/cases/good.yaml"])
def test_a_file_is_named_as_people_see_it(desk: Path, tested: Callable[..., Ended], name: str) -> None:
    add(desk, "good", "wrong-verdict")
    assert tested("--file", name) == Ended(0, "7 cases: as expected\n", "")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--rule", "one-prize"), "error: `one-prize` is not a rule of this policy\n  did you mean `one-price`?\n"),
        (("--file", "god.yaml"), "error: `god.yaml` is no file of this policy\n  did you mean `cases/good.yaml`?\n"),
        (("-o", "x"), "error: `-o` goes with --from\n  send what is printed into a file with `> FILE`\n"),
        (
            ("--from", "-", "--mutate"),
            "error: `--from` writes decisions as cases, and runs none\n  leave out the options for a run\n",
        ),
        (
            ("--suggest", "-n", "x"),
            "error: --suggest looks for what nothing has tried, whatever its name\n  choose with --rule or --file\n",
        ),
        (
            ("--watch", "--format", "json"),
            "error: --watch is for people, `--format json` for programs\n  leave one of them out\n",
        ),
    ],
)
def test_what_fits_nothing_is_told(
    desk: Path, tested: Callable[..., Ended], words: tuple[str, ...], error: str
) -> None:
    add(desk, "good")
    assert tested(*words) == Ended(2, "", error)


def test_no_case_found(desk: Path, tested: Callable[..., Ended]) -> None:
    assert desk.is_dir()
    ended = tested("-n", "nowhere")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("error: no case found that fits\n")


def test_a_policy_that_does_not_compile_is_told(desk: Path, tested: Callable[..., Ended]) -> None:
    with (desk / "policy.rules").open("a", encoding="utf-8") as file:
        file.write("rule broken about nothing\n")
    ended = tested()
    assert (ended.code, ended.out) == (1, "")
    assert "error[unknown-topic]" in ended.err


# --- failing ----------------------------------------------------------------------------------------------------------


def test_stop_at_the_first_failure(desk: Path, tested: Callable[..., Ended]) -> None:
    add(desk, "outranked", "wrong-verdict")
    assert headlines(tested()) == [
        "a partner gets a call",
        "one price for large teams as well",
        "a small team gets a discount",
    ]
    ended = tested("-x")
    assert ended.code == 1
    assert headlines(ended) == ["a partner gets a call"]
    assert last(ended) == "6 passed, 1 failed, 2 not run"
    assert tested("-x", "-j", "2") == ended


def test_several_processes_print_the_same(desk: Path, tested: Callable[..., Ended]) -> None:
    add(desk, "good", "outranked", "todo")
    assert tested("-j", "3") == tested()


def test_what_failed_is_run_again(desk: Path, tested: Callable[..., Ended]) -> None:
    add(desk, "outranked", "todo", "wrong-verdict")
    nothing = tested("--failed")
    assert nothing.err == ("note: nothing failed in the last run, as far as it is remembered; everything\n  is run\n")
    assert headlines(tested("--failed")) == [
        "a partner gets a call",
        "one price for large teams as well",
        "a small team gets a discount",
    ]
    shutil.rmtree(desk / "cases")
    (desk / "cases").mkdir()
    (desk / "cases" / "outranked.yaml").write_bytes(
        sample("outranked").replace(b"{verdict: accept, rules: partners}", b"{verdict: decline}")
    )
    assert last(tested("--failed")) == "1 passed, 1 failed"
    assert last(tested("--failed")) == "1 failed"


def test_a_run_of_some_forgets_nothing_of_the_others(tmp_path: Path) -> None:
    remember(tmp_path, ["a", "b", "c"], ["a", "b"])
    remember(tmp_path, ["b", "c"], ["c"])
    assert recall(tmp_path) == {"a", "c"}
    assert recall(tmp_path / "other") == frozenset()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"failed": 5}', b'{"failed": [1, null]}', b"\xff", b"[" * 100_000]
)
def test_a_damaged_memory_is_no_memory(tmp_path: Path, content: bytes) -> None:
    remember(tmp_path, ["a"], ["a"])
    memory_of(tmp_path).write_bytes(content)
    assert recall(tmp_path) == frozenset()


def test_where_nothing_can_be_remembered_the_run_is_the_same(
    desk: Path, own_cache: Path, tested: Callable[..., Ended]
) -> None:
    add(desk, "good")
    own_cache.write_text("a file where a folder belongs", encoding="utf-8")
    ended = tested()
    assert (ended.code, ended.out) == (0, "6 examples, 7 cases: as expected\n")
    assert ended.err.startswith("note: what failed cannot be remembered")


def test_a_cache_that_is_not_absolute_does_not_count() -> None:
    assert cache_folder({"XDG_CACHE_HOME": "/x"}) == Path("/x/kotowari")
    assert cache_folder({"XDG_CACHE_HOME": "x"}) == cache_folder({})


@pytest.mark.skipif(sys.platform == "win32", reason="HOME means nothing there")
@pytest.mark.parametrize("home", ["", "mine", "./mine"])
def test_a_home_that_is_not_absolute_does_not_count(
    desk: Path, tested: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", home)
    with pytest.raises(RuntimeError, match="HOME is no absolute path"):
        cache_folder()
    add(desk, "good")
    monkeypatch.setenv("KOTOWARI_CACHE", "on")
    before = sorted(tmp_path.rglob("*"))
    ended = tested()
    assert ended.code == 0
    assert "what failed cannot be remembered: HOME is no absolute path" in " ".join(ended.err.split())
    assert sorted(tmp_path.rglob("*")) == before


def test_the_moment_can_be_chosen(desk: Path, kotowari_in: Run) -> None:
    (desk / "cases" / "summer.yaml").write_text(
        "cases:\n  - name: summer\n    request: {text: Is shipping free?, facts: {customer: {plan: plus, tags: []}, "
        "order.total: 1000 JPY}}\n    expect: {verdict: accept}\n",
        encoding="utf-8",
    )
    words = ("test", "desk", "-n", "summer", "--now")
    assert kotowari_in(*words, "2026-08-31T23:59:00+09:00").code == 0
    winter = kotowari_in(*words, "2026-09-01T00:00:00+09:00")
    assert winter.code == 1
    assert "2026-09-01 is not within its dates" in winter.out
    assert kotowari_in(*words, "tomorrow").code == 2


# --- watching ---------------------------------------------------------------------------------------------------------


def test_every_change_is_seen(desk: Path) -> None:
    add(desk, "good")
    states = [state_of(desk)]
    (desk / "policy.rules").write_text("# another\n", encoding="utf-8")
    states.append(state_of(desk))
    add(desk, "todo")
    states.append(state_of(desk))
    (desk / "cases" / "good.yaml").unlink()
    states.append(state_of(desk))
    shutil.rmtree(desk)
    states.append(state_of(desk))
    assert all(before != after for before, after in pairwise(states))
    assert states[-1] == {}


def test_a_change_runs_it_again_and_ctrl_c_ends_it(desk: Path) -> None:
    codes = iter([1, 0])
    pauses: list[int] = []

    def pause() -> None:
        pauses.append(len(pauses))
        if len(pauses) == 2:
            add(desk, "good")
        if len(pauses) == 4:
            raise KeyboardInterrupt

    watch(desk, lambda: next(codes), pause)
    assert next(codes, None) is None
    assert len(pauses) == 4


def test_ctrl_c_during_a_run_ends_the_watch(desk: Path) -> None:
    def pause() -> None:
        raise AssertionError("it should have ended")

    watch(desk, lambda: Exit.INTERRUPTED, pause)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")
def test_a_watching_process_stops_cleanly(desk: Path, tmp_path: Path) -> None:
    add(desk, "wrong-verdict")
    started = subprocess.Popen(
        [*COMMAND, "test", "desk", "--watch", *AT],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment(),
    )  # fmt: skip
    assert started.stdout is not None
    try:
        assert started.stderr is not None
        assert any(b"1 failed" in line for line in started.stdout)
        assert b"Ctrl-C ends it" in started.stderr.readline()
        started.send_signal(signal.SIGINT)
        rest = started.communicate(timeout=60)
    finally:
        started.kill()
    assert (started.returncode, *rest) == (0, b"", b"")


# --- real decisions ---------------------------------------------------------------------------------------------------


def test_what_batch_writes_becomes_cases_that_pass(desk: Path, kotowari_in: Run) -> None:
    lines = [{"id": number, "text": text} for number, text in enumerate(["A discount?", "送料は？", "hello"])]
    batch = kotowari_in("batch", "--policy", "desk", stdin="\n".join(map(json.dumps, lines)))
    assert batch.code == 0
    made = kotowari_in("test", "--from", "-", "-o", "desk/cases/real.yaml", stdin=batch.out)
    assert made == Ended(0, "", "")
    assert kotowari_in("test", str(desk), "--file", "real.yaml") == Ended(0, "3 cases: as expected\n", "")
