"""`kotowari test --from`: real decisions become cases."""

from __future__ import annotations

from collections.abc import Iterator

from kotowari.diagnostics.said import say
from kotowari.requests import DocumentError, parse_json
from kotowari.testing.from_decisions import NoDecisionError, case_of, cases_text
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure, complain
from kotowari_cli.files import MIB, read_bytes, shown
from kotowari_cli.lines import output_stream

# All cases are written at once, so all decisions are held.
_MOST_BYTES = 256 * MIB
# After these one has seen what is wrong.
_MOST_TOLD = 5


def write_cases(name: str, output: str | None) -> int:
    """Write the decisions of a file as cases and return the exit code; what is no decision is told and left out.

    Raises Failure where there is no decision at all.
    """
    taken: set[str] = set()
    cases: list[dict[str, object]] = []
    bad = 0
    for number, data in _documents(read_bytes(name, _MOST_BYTES)):
        try:
            cases.append(case_of(parse_json(data), taken))
        except (DocumentError, NoDecisionError) as error:
            bad += 1
            if bad <= _MOST_TOLD:
                told = error.message
                complain(say("line {line}: {message}", line=number, message=told) if number else told)
    if bad > _MOST_TOLD:
        complain(say("so it is with {count} more", count=bad - _MOST_TOLD))
    if not cases:
        message = say("there is no decision in {file}", file=shown(name))
        raise Failure(message, say("give what `kotowari batch` or `check --format json` writes"))
    with output_stream(output) as out:
        out.write(cases_text(cases).encode())
    return Exit.INPUT if bad else Exit.DONE


def _documents(data: bytes) -> Iterator[tuple[int | None, bytes]]:
    """One document over many lines, as `check` writes it, or one on each line, with its number."""
    lines = data.removeprefix(b"\xef\xbb\xbf").splitlines()
    if data.lstrip()[:1] == b"{" and next((line for line in lines if line.strip()), b"").strip() == b"{":
        yield None, data
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, line
