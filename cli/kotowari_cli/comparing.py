"""Requests put to two policies, one after the other, with memory for one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kotowari_cli import language_of
from kotowari_cli.files import open_lines
from kotowari_cli.lines import Line, answered, numbered
from kotowari_cli.present import present
from kotowari_cli.progress import progress

if TYPE_CHECKING:
    from datetime import datetime

    from kotowari.comparison.gate import Gate
    from kotowari.comparison.replay import Replay
    from kotowari.comparison.tally import Tally
    from kotowari.requests import Request
    from kotowari_cli.shape import Json

# Of what is listed, how much is shown unless somebody asks for more.
MOST = 100


def tally_file(name: str, replay: Replay, most: int, gate: Gate | None = None) -> Tally:
    """What changes over the requests of a file of JSON Lines, or of standard input for `-`. Raises Failure."""
    from kotowari.comparison.gate import Gate
    from kotowari.comparison.tally import Tally

    tally = Tally(most, gate or Gate())
    with open_lines(name) as stream, progress(stream, wanted=True) as advance:
        for line in numbered(stream):
            _add(tally, replay, line)
            advance()
    return tally


def _add(tally: Tally, replay: Replay, line: Line) -> None:
    from kotowari.requests import DocumentError, RequestError, parse_json

    try:
        found = replay.look(parse_json(line.data or b""), line.number)
    except (DocumentError, RequestError):
        told, _ = answered(line, lambda request: _refused(replay, request))
        tally.add_bad(cast("dict[str, object]", told))
    else:
        tally.add(found)


def _refused(replay: Replay, request: Request) -> dict[str, Json]:
    """Nothing: neither policy takes the request, which is what is wrong with its line. Raises RequestError."""
    replay.difference(request)
    return {}


def tally_one(request: Request, replay: Replay) -> Tally:
    """What changes about one request. Raises RequestError."""
    from kotowari.comparison.tally import Tally

    tally = Tally(1)
    tally.add(replay.difference(request))
    return tally


def moment(given: str | None) -> datetime:
    """The moment for requests that name none: the one given, else the present, the same for all of them."""
    if given is None:
        return present()
    from kotowari.requests import read_now

    return read_now(given)


def say_errors(tally: Tally) -> None:
    """Say on standard error which lines could not be decided, the first ones."""
    from kotowari.diagnostics.said import say
    from kotowari_cli.failures import complain
    from kotowari_cli.strings_comparison import request_words

    if not tally.bad_total:
        return
    first = tally.bad[0] if tally.bad else {}
    pattern = request_words(language_of()).errors[tally.bad_total > 1]
    advice = (
        say("line {line}: {message}", line=str(first["line"]), message=cast("str", first["error"])) if first else ""
    )
    complain(pattern.format(count=f"{tally.bad_total:,}"), advice)
