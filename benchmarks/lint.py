"""How long `kotowari lint` takes, deeper proofs included, on policies far larger than most.

    python benchmarks/lint.py

Prints a line for each policy: how many seconds of the processor it took, and what was found. The policies are made up
by a fixed rule, the same on every machine. Aims: 300 rules in under 5 s, a table of 1,000 rows in under 10 s.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date

from kotowari.analysis import lint
from kotowari.api import Policy
from kotowari.loader import compile_files

TODAY = date(2026, 6, 1)
HEAD = """\
policy bench en "Bench"
  edition 1
  languages en
  zone "Europe/Berlin"
  otherwise escalate to desk because care
  unanswered escalate to desk because care
value care
  en "We answer every request with care."
team desk en "the help desk" answers within 1 day
usual script accept
  en thanks "Thank you for writing about {asked|this}." answer "We will do that for you."
usual script decline
  en thanks "Thank you for writing about {asked|this}." answer "We cannot offer that." reason "{because}"
     nothing instead
usual script escalate
  en thanks "Thank you for writing about {asked|this}." answer "{team} will answer you by {by}."
"""
OUTCOMES = ("accept", "decline", "escalate to desk")


def facts() -> list[str]:
    """Twenty facts of several kinds."""
    return [
        *(f"fact order.choice{place} is one of a, b, c, d" for place in range(6)),
        *(f"fact order.flag{place} is yes or no" for place in range(6)),
        *(f"fact order.amount{place} is money in USD from 0" for place in range(5)),
        *(f"fact order.day{place} is date" for place in range(3)),
    ]


def conditions(pick: random.Random) -> Iterator[str]:
    """Two to four conditions on different facts."""
    made = [
        f"order.choice{pick.randrange(6)} is one of {', '.join(pick.sample('abcd', 2))}",
        f"{pick.choice(['', 'not '])}order.flag{pick.randrange(6)}",
        f"order.amount{pick.randrange(5)} at {pick.choice(['least', 'most'])} {pick.randrange(1, 40) * 25} USD",
        f"time since order.day{pick.randrange(3)} at most {pick.randrange(1, 60)} days",
        f"order.amount0 more than order.amount{pick.randrange(1, 5)}",
    ]
    yield from pick.sample(made, pick.randrange(2, 5))


def many_rules(count: int = 300) -> str:
    """So many rules about forty topics, each tenth about none; each sixth is an exception."""
    pick = random.Random(7)  # noqa: S311 - the same policy every time
    lines = [HEAD, *facts()]
    lines += [f'topic topic{place} en "Topic {place}"\n  words en "word{place}"' for place in range(40)]
    for place in range(count * 5 // 6):
        about = "" if place % 10 == 0 else f" about topic{pick.randrange(40)}"
        lines.append(f"rule rule{place}{about}\n  when {' and '.join(conditions(pick))}")
        lines.append(f"  {pick.choice(OUTCOMES)} because care")
        if place % 5 == 0:
            lines.append(f"  except other{place}\n    when {next(conditions(pick))}")
            lines.append(f"    {pick.choice(OUTCOMES)} because care")
    return "\n".join(lines)


def large_table(*, one_row: bool) -> str:
    """A thousand rows of five columns: ten stretches of an amount, and choices of four facts."""
    lines = [HEAD, "fact order.items is whole number from 0", "fact order.vip is yes or no"]
    lines += [f"fact order.{name} is one of {', '.join(f'{name}{n}' for n in range(5))}" for name in ("kind", "area")]
    lines += ["fact order.size is one of small, large", "table prices", f"  {'one' if one_row else 'every'} row"]
    lines.append("  | order.kind | order.area | order.items | order.vip | order.size | outcome |")
    bounds = [*(f"between {n * 100} and {n * 100 + 99}" for n in range(9)), "at least 900"]
    for kind in range(5):
        for area in range(5):
            for place, bound in enumerate(bounds):
                for vip in ("yes", "no"):
                    for size in ("small", "large"):
                        outcome = OUTCOMES[(kind + area + place) % 3]
                        lines.append(
                            f"  | kind{kind} | area{area} | {bound} | {vip} | {size} | {outcome} because care |"
                        )
    return "\n".join(lines)


def run(name: str, text: str) -> None:
    """Lints one policy and prints how that went."""
    started = time.process_time()
    compiled = compile_files({"policy.rules": text}, today=TODAY)
    checked = time.process_time()
    if compiled.model is None:
        sys.exit(f"{name}: {compiled.errors[0].message}")
    found = lint.findings(Policy(compiled.model, compiled.diagnostics, compiled.sources), TODAY)
    ended = time.process_time()
    codes = Counter(one.code for one in (*compiled.diagnostics, *found))
    told = ", ".join(f"{count} {code}" for code, count in sorted(codes.items())) or "nothing"
    print(f"{name}: {ended - started:.1f} s ({checked - started:.1f} s compiled and checked); {told}")


if __name__ == "__main__":
    run("300 rules, 20 facts, 40 topics", many_rules())
    run("1,000 rows of 5 columns, every row", large_table(one_row=False))
    run("1,000 rows of 5 columns, one row", large_table(one_row=True))
