"""JSON Lines in, one answer a line out, in order; what is wrong with a line becomes an answer too."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import reduce
from typing import BinaryIO, cast

from kotowari.diagnostics.said import say
from kotowari.record import record
from kotowari.requests import DocumentError, Request, RequestError, parse_json, read_request
from kotowari_cli.exits import Exit
from kotowari_cli.failures import complain
from kotowari_cli.files import A_REQUEST, MAX_DOCUMENT, MIB, STDIN, atomic_writer, is_file
from kotowari_cli.json_text import one_line
from kotowari_cli.progress import progress
from kotowari_cli.shape import Json

_BOM = b"\xef\xbb\xbf"

Answer = Callable[[Request], dict[str, Json]]


@record
class Line:
    """A line that is not empty, with its number from 1; `data` is None where it is longer than is read."""

    number: int
    data: bytes | None


def numbered(stream: BinaryIO, limit: int = MAX_DOCUMENT) -> Iterator[Line]:
    """The lines of a stream that are not empty. No more than one line of `limit` bytes is held."""
    number = 0
    while data := stream.readline(limit + 1):
        number += 1
        if number == 1:
            data = data.removeprefix(_BOM)
        if len(data) > limit and not data.endswith(b"\n"):
            _skip_rest(stream, limit)
            yield Line(number, None)
        elif not data.isspace():
            yield Line(number, data)


def _skip_rest(stream: BinaryIO, limit: int) -> None:
    while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
        pass


def answered(line: Line, answer: Answer) -> tuple[dict[str, Json], bool]:
    """The answer to the request of a line, and whether it could be given; else what is wrong with the line."""
    document: object = None
    try:
        if line.data is None:
            size = MAX_DOCUMENT // MIB
            raise DocumentError(say("the line is longer than {size} MiB; split it", size=size))  # noqa: TRY301
        document = parse_json(line.data)
        return answer(read_request(document)), True
    except (DocumentError, RequestError) as error:
        return {"line": line.number, **_id_of(document), "error": _told(error)}, False


def _told(error: DocumentError | RequestError) -> str:
    """The message; of a place in a document the column alone, since the line is told beside it.

    As JSON it is English, and can be said in other languages.
    """
    if isinstance(error, DocumentError) and error.column is not None:
        return say("column {column}: {message}", column=error.column, message=error.message)
    return error.sentence


def _id_of(document: object) -> dict[str, Json]:
    """The id of a request that is refused, where it can be read."""
    raw = cast("dict[str, object]", document).get("id") if isinstance(document, dict) else None
    try:
        found = read_request({"id": raw}).id
    except RequestError:
        return {}
    return {} if found is None else {"id": found}


@record
class Bad:
    """How many lines could not be answered, and what is wrong with the first of them."""

    count: int = 0
    first: str = ""

    def and_then(self, other: Bad) -> Bad:
        """These and those that come behind them."""
        return Bad(self.count + other.count, self.first or other.first)


@record
class Answers:
    """The answers to some lines, as they go out, and which of the lines could not be answered."""

    data: bytes
    total: int
    bad: Bad


def answers_to(lines: Iterable[Line], answer: Answer) -> Answers:
    """The answers to some lines."""
    each = [answered(line, answer) for line in lines]
    bad = reduce(Bad.and_then, (bad_one(given) for given, good in each if not good), Bad())
    return Answers(b"".join(one_line(given) for given, _ in each), len(each), bad)


def bad_one(given: dict[str, Json]) -> Bad:
    """A line that could not be answered, by what is said of it."""
    line, message = cast("int", given["line"]), cast("str", given["error"])
    return Bad(1, say("line {line}: {message}", line=line, message=message))


def answer_lines(stream: BinaryIO, out: BinaryIO, answer: Answer, *, bar: bool) -> int:
    """Answer every line of `stream` on `out` and return the exit code; `bar` shows progress on a terminal.

    Where `stream` is no file but somebody who writes, each answer goes out at once.
    """
    at_once = not is_file(stream)
    total, bad = 0, Bad()
    with progress(stream, wanted=bar) as advance:
        for line in numbered(stream):
            given, good = answered(line, answer)
            out.write(one_line(given))
            if at_once:
                out.flush()
            total, bad = total + 1, bad if good else bad.and_then(bad_one(given))
            advance()
    out.flush()
    return ended(total, bad)


def ended(total: int, bad: Bad) -> int:
    """The exit code where of `total` lines these could not be answered, which is told."""
    if bad.count:
        message = say("{bad} of {total} lines could not be answered", bad=bad.count, total=total)
        advice = say("{first}; each has a line with `error` in the output", first=bad.first)
        if bad.count == total:  # then it may be no JSON Lines at all
            advice = say("{advice}; {wanted}", advice=bad.first, wanted=A_REQUEST)
        complain(message, advice)
    return Exit.INPUT if bad.count else Exit.DONE


@contextmanager
def output_stream(name: str | None) -> Generator[BinaryIO]:
    """The file `name`, written whole or not at all, or standard output."""
    if name is None or name == STDIN:
        sys.stdout.flush()
        yield sys.stdout.buffer
    else:
        with atomic_writer(name) as stream:
            yield stream
