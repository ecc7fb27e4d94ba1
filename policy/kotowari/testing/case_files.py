"""The cases of a policy, read from `cases/*.yaml` in its folder."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import cast

from kotowari.cases.expectation import Expectation, ExpectedDemand
from kotowari.diagnostics.diagnostic import Diagnostic, Note
from kotowari.diagnostics.said import say
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.record import record
from kotowari.requests import DocumentError, Request, RequestError, parse_yaml, read_now, read_request
from kotowari.requests.limits import MAX_YAML
from kotowari.testing.documents import DemandDocument, ExpectDocument, FileDocument, Names
from kotowari.testing.rows import Draft, drafts
from kotowari.testing.shape import mistakes
from kotowari.testing.trial import KEY, Kind, Trial
from kotowari.testing.yaml_places import Places, places

FOLDER = "cases"
ENDINGS = (".yaml", ".yml")


@record(frozen=False)
class Cases:
    """What the files of cases hold: trials, what is wrong with them, and the texts."""

    trials: list[Trial] = field(default_factory=list[Trial])
    faults: list[Diagnostic] = field(default_factory=list[Diagnostic])
    sources: dict[str, Source] = field(default_factory=dict[str, Source])


def case_files(folder: str | os.PathLike[str]) -> list[Path]:
    """The files of cases of a policy, by name; hidden ones and links are left out. Raises OSError."""
    below = Path(folder) / FOLDER
    if below.is_symlink() or not below.is_dir():
        return []
    with os.scandir(below) as entries:
        names = [entry.name for entry in entries if _is_case_file(entry)]
    return [below / name for name in sorted(names)]


def _is_case_file(entry: os.DirEntry[str]) -> bool:
    hidden = entry.name.startswith(".")
    return entry.name.endswith(ENDINGS) and not hidden and entry.is_file(follow_symlinks=False)


def read_folder(folder: str | os.PathLike[str]) -> Cases:
    """The cases of a policy's folder. What cannot be read is among the faults; nothing is raised."""
    contents: dict[str, bytes] = {}
    unread: list[Diagnostic] = []
    try:
        for path in case_files(folder):
            with path.open("rb") as file:
                contents[f"{FOLDER}/{path.name}"] = file.read(MAX_YAML + 1)
    except OSError as problem:
        name = os.fsdecode(problem.filename or folder)
        why = problem.strerror.lower() if problem.strerror else say("unknown reason")
        message = say("`{name}` cannot be read: {why}", name=name, why=why)
        unread.append(Diagnostic("bad-case", message, Span(FOLDER, 0, 0), help=say("check its rights")))
    found = read_files(contents)
    found.faults[:0] = unread
    return found


def read_files(files: Mapping[str, bytes]) -> Cases:
    """The cases of these files, by the files' names and then in their order."""
    found = Cases()
    for name, content in sorted(files.items()):
        _read_file(name, content, found)
    found.faults.extend(_repeated(found.trials))
    return found


def _read_file(name: str, content: bytes, found: Cases) -> None:
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    source = found.sources[name] = Source(name, text)
    try:
        document = parse_yaml(content)
    except DocumentError as error:
        found.faults.append(_not_read(source, error))
        return
    where = places(source)
    if document is None:
        help_ = say("begin it with `cases:`, or remove it")
        found.faults.append(Diagnostic("bad-case", say("this file is empty"), Span(name, 0, 0), help=help_))
        return
    faults = list(mistakes(document, where))
    found.faults.extend(faults)
    if not faults:
        _read_cases(cast("FileDocument", document), where, found)


def _not_read(source: Source, error: DocumentError) -> Diagnostic:
    start = 0
    if error.line is not None and error.column is not None and error.line <= len(source.line_starts):
        start = min(source.line_starts[error.line - 1] + error.column - 1, len(source.text))
    end = min(start + 1, len(source.text))
    help_ = say("no case of this file was read")
    return Diagnostic("bad-case", error.message, Span(source.name, start, end), help=help_)


def _read_cases(document: FileDocument, where: Places, found: Cases) -> None:
    own = _places_by_case(where)
    for number, case in enumerate(document["cases"]):
        for draft in drafts(case, ("cases", number), where, own[number]):
            made = draft if isinstance(draft, Diagnostic) else _trial(draft, document.get("now"), where)
            if isinstance(made, Diagnostic):
                found.faults.append(made)
            else:
                found.trials.append(made)


def _places_by_case(where: Places) -> Mapping[int, dict[str, Span]]:
    """For each case the places of what it says, by paths with dots."""
    found: defaultdict[int, dict[str, Span]] = defaultdict(dict)
    for path, span in where.values.items():
        if len(path) > 2 and path[2] != "table" and isinstance(path[1], int):
            found[path[1]][".".join(map(str, path[2:]))] = span
    for path, span in where.keys.items():
        if len(path) > 2 and path[2] == "request" and isinstance(path[1], int):
            found[path[1]][".".join(map(str, path[2:])) + KEY] = span
    return found


def _trial(draft: Draft, now: str | None, where: Places) -> Trial | Diagnostic:
    places_ = draft.places
    if not draft.expect:
        help_ = say("add `expect:`, such as a verdict")
        return Diagnostic("bad-case", say("this case expects nothing"), draft.span, help=help_)
    name = unicodedata.normalize("NFC", draft.name)
    trial = Trial(name, Kind.CASE, draft.span, Request(), expectation(draft.expect), todo=draft.todo, places=places_)
    try:
        request = read_request(draft.request)
    except RequestError as error:
        return refused(trial, error)
    if request.now is None and now is not None:
        try:
            request = replace(request, now=read_now(now))
        except RequestError as error:
            return refused(replace(trial, span=where.value(("now",)), places={}), error)
    return replace(trial, request=request)


def refused(trial: Trial, error: RequestError) -> Diagnostic:
    """What is wrong with the request of a trial, at its place."""
    path = f"request.{error.where}" if error.where else "request"
    # A name that nobody declares is underlined itself, not what it is said to be.
    named = error.message.startswith(f"`{error.where.partition('.')[2]}` is not a ")
    place = trial.places.get(f"{path}{KEY}") if named else None
    meant = error.help if error.help.startswith("did you mean") else ""
    message: str = error.message
    if error.where and not named:
        message = say("{message} (`{where}`)", message=message, where=error.where)
    return Diagnostic("bad-case", message, place or trial.place(path), label=meant, help="" if meant else error.help)


def expectation(document: ExpectDocument) -> Expectation:
    """What a case expects, from data that is as the schema says."""
    reply = document.get("reply", {})
    demands = document.get("demands")
    return Expectation(
        verdict=document.get("verdict"),
        rules=_names(document.get("rules")),
        teams=_names(document.get("team")),
        label=document.get("label"),
        demands=None if demands is None else tuple(map(_demand, demands)),
        ask=document.get("ask"),
        language=reply.get("language"),
        says=_words(reply.get("says")),
        avoids=_words(reply.get("avoids")),
    )  # fmt: skip


def _demand(document: DemandDocument) -> ExpectedDemand:
    about = _names(document["about"]) or frozenset()
    return ExpectedDemand(about, document["verdict"], _names(document.get("rules")), document.get("label"))


def _words(given: Names | None) -> tuple[str, ...]:
    return () if given is None else (given,) if isinstance(given, str) else tuple(given)


def _names(given: Names | None) -> frozenset[str] | None:
    return None if given is None else frozenset(unicodedata.normalize("NFC", name) for name in _words(given))


def _repeated(trials: Sequence[Trial]) -> Iterator[Diagnostic]:
    first: dict[str, Trial] = {}
    for trial in trials:
        known = first.setdefault(trial.name, trial)
        if known is not trial:
            yield Diagnostic(
                "duplicate-case",
                say("two cases are called `{name}`", name=trial.name),
                trial.span,
                help=say("call one of them something else: a case is chosen by its name"),
                notes=(Note(say("the first one"), known.span),),
            )
