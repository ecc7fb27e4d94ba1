"""A policy from the cache is the policy of its files."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kotowari
from kotowari.caching import policies
from kotowari.caching.policies import MOST_KEPT, load_cached
from kotowari.diagnostics.span import NOWHERE
from kotowari.model import conditions as c

NOW = "2026-06-15T12:00:00+09:00"
MOMENT = datetime(2026, 6, 15, 3, tzinfo=UTC)
TEXTS = (
    "",
    "Please add a Gantt chart, and refund my last payment.",
    "We don't need Gantt charts. How do I export my notes?",
    "ガントチャートは不要ですが、返金をお願いします。",
    "ログインできません。SSOに対応してください。",
    "Nothing that anybody has a rule for.",
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv(policies.VARIABLE, raising=False)
    return tmp_path / "cache" / "kotowari" / "policies"


def pack(name: str) -> Path:
    return Path(str(kotowari.packs() / name))


def entries(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.is_dir() else []


def decided(policy: kotowari.Policy) -> list[dict[str, object]]:
    return [policy.decide({"text": text, "now": NOW}).to_dict() for text in TEXTS]


@pytest.mark.parametrize("name", ["starter", "airline", "inn", "retail", "ripgrep"])
def test_what_comes_from_the_cache_decides_as_the_files_do(name: str, cache: Path) -> None:
    fresh, first = kotowari.load(pack(name)), load_cached(pack(name))
    assert len(entries(cache)) == 1
    again = load_cached(pack(name))
    assert type(again) is not type(first)
    assert decided(again) == decided(first) == decided(fresh)
    assert again.diagnostics == fresh.diagnostics
    assert dict(again.model.rules) == dict(fresh.model.rules)
    assert dict(again.model.topics) == dict(fresh.model.topics)
    assert [again.topics(text) for text in TEXTS] == [fresh.topics(text) for text in TEXTS]
    assert again.schema() == fresh.schema()


def test_requests_as_plain_data_are_settled_alike(cache: Path) -> None:
    fresh, _ = kotowari.load(pack("starter")), load_cached(pack("starter"))
    cached = load_cached(pack("starter"))
    assert len(entries(cache)) == 1
    for _ in range(3):  # the first requests of a shape go another way
        for text in TEXTS:
            request = {"text": text, "facts": {"customer": {"plan": "pro"}}}
            assert cached.decide(request, now=MOMENT).verdict == fresh.decide(request, now=MOMENT).verdict


def test_another_model_is_another_policy(cache: Path) -> None:
    load_cached(pack("starter"))
    cached = load_cached(pack("starter"))
    assert len(entries(cache)) == 1
    names = [name for name, rule in cached.model.rules.items() if rule.table is None and rule.parent is None][:5]
    rules = {name: cached.model.rules[name] for name in names}
    less = replace(cached.model, rules=rules, tables={})
    changed, expected = replace(cached, model=less), kotowari.Policy(less, sources=cached.sources)
    assert decided(changed) == decided(expected)
    assert dict(changed.program.conditions) == dict(expected.program.conditions)


def test_a_changed_program_has_an_index_of_its_own(cache: Path) -> None:
    load_cached(pack("starter"))
    program = load_cached(pack("starter")).program
    assert len(entries(cache)) == 1
    none = {name: c.Always("always", NOWHERE) for name in program.conditions}
    freed = replace(program, conditions=none)
    assert not freed.index.tables
    assert program.index.tables


FOLDERS = {
    "acme": Path(__file__).parent.parent / "cli" / "acme",
    **{folder.name: folder for folder in kotowari.packs().iterdir() if folder.is_dir()},
}


@pytest.mark.parametrize("name", FOLDERS)
def test_the_program_is_that_of_the_files(name: str, cache: Path) -> None:
    fresh = kotowari.load(FOLDERS[name]).program
    load_cached(FOLDERS[name])
    cached = load_cached(FOLDERS[name]).program
    assert len(entries(cache)) == 1
    assert dict(cached.conditions) == dict(fresh.conditions)
    assert dict(cached.readers) == dict(fresh.readers)
    assert dict(cached.comparisons) == dict(fresh.comparisons)
    assert dict(cached.texts) == dict(fresh.texts)
    assert (cached.overriders, cached.tested) == (fresh.overriders, fresh.tested)
    assert tuple(cached.index.rest) == tuple(fresh.index.rest)
    assert (cached.index.tables, cached.index.dated) == (fresh.index.tables, fresh.index.dated)


def test_another_rule_is_another_entry(tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "policy"
    shutil.copytree(pack("black"), folder)
    load_cached(folder)
    rules = folder / "welcome.rules"
    rules.write_text(rules.read_text(encoding="utf-8") + "\n# a note\n", encoding="utf-8")
    load_cached(folder)
    assert len(entries(cache)) == 2


@pytest.mark.parametrize("content", [b"", b"kotowari 1\nxxxxgarbage", b"\x80\x05N."])
def test_an_entry_that_is_torn_or_foreign_is_made_anew(content: bytes, cache: Path) -> None:
    expected = decided(load_cached(pack("black")))
    (entry,) = entries(cache)
    whole = entry.read_bytes()
    entry.write_bytes(content)
    assert decided(load_cached(pack("black"))) == expected
    assert entry.read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_where_others_can_write_nothing_is_taken(cache: Path) -> None:
    load_cached(pack("black"))
    cache.chmod(0o777)
    assert type(load_cached(pack("black"))) is kotowari.Policy


def test_it_can_be_turned_off(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(policies.VARIABLE, "off")
    assert type(load_cached(pack("black"))) is kotowari.Policy
    assert entries(cache) == []


def test_without_a_place_to_keep_it_the_policy_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert decided(load_cached(pack("black"))) == decided(kotowari.load(pack("black")))


def test_what_does_not_compile_is_told_and_not_kept(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "p.rules").write_text('policy p en "P"\nrule r decline\n')
    for _ in range(2):
        with pytest.raises(kotowari.PolicyError):
            load_cached(tmp_path)
    assert entries(cache) == []
    with pytest.raises(kotowari.PolicyError):
        load_cached(tmp_path / "none")


def test_the_oldest_entries_go(cache: Path) -> None:
    load_cached(pack("black"))
    (kept,) = entries(cache)
    for number in range(MOST_KEPT):
        path = cache / f"{number:02}.policy"
        path.write_bytes(b"old")
        os.utime(path, ns=(number, number))
    kept.unlink()
    load_cached(pack("black"))
    assert len(entries(cache)) == MOST_KEPT
    assert not (cache / "00.policy").exists()
    assert kept.exists()


def test_what_is_no_policy_in_the_cache_is_in_nobodys_way(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policies, "MOST_KEPT", 1)
    cache.mkdir(mode=0o700, parents=True)
    (cache / "0.policy").mkdir()
    (cache / "0.policy" / "kept").touch()
    (cache / "1.policy").symlink_to(cache / "nowhere")
    assert decided(load_cached(pack("ripgrep"))) == decided(kotowari.load(pack("ripgrep")))
    assert (cache / "0.policy" / "kept").exists()
    assert not (cache / "1.policy").is_symlink()
    assert len(entries(cache)) == 2


def test_code_that_cannot_be_told_apart_is_not_cached(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def changing(_: object) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(policies, "key_of", changing)
    assert decided(load_cached(pack("ripgrep"))) == decided(kotowari.load(pack("ripgrep")))
    assert entries(cache) == []
