"""Compiles rule files: from their contents to a model, with all that is to be said of it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import metadata
from typing import NamedTuple

from kotowari.checks import CHECKS, LINTS, Check
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language.nodes import File
from kotowari.language.parse import Parsed, parse
from kotowari.language.table_files import TableFiles
from kotowari.language.table_paths import has_rows
from kotowari.model.model import Model
from kotowari.model.resolve import resolve
from kotowari.model.torn import TornFiles
from kotowari.record import record
from kotowari.rule_files import decode_files, misnamed_files, read_folder
from kotowari.text.japanese import morphemes
from kotowari.version import VERSION

# Packages whose data decide verdicts.
_DECIDING = ("google-re2", "snowballstemmer", "tzdata", *morphemes.PACKAGES)


@record
class Compiled:
    """What came of a folder's files: the model where it compiles, else None, and all that is to be said of it.

    `silenced` is what the policy does not want to be told, and says why.
    """

    model: Model | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    silenced: tuple[Diagnostic, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the policy from being used."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)


def compile_folder(folder: str | os.PathLike[str], *, today: date | None = None, lint: bool = True) -> Compiled:
    """Read and compile the policy of a folder. What cannot be read is among the diagnostics; nothing is raised.

    With `today`, what has ended or will soon is reported as well. Without `lint`, what could be better but decides
    nothing is not looked for, which saves time.
    """
    files, unread = read_folder(folder)
    unread = (*unread, *misnamed_files(folder))
    if unread and not files:
        return Compiled(None, unread, {})
    return _compiled(files, unread, _Looking(today, lint))


def compile_files(files: Mapping[str, str | bytes], *, today: date | None = None, lint: bool = True) -> Compiled:
    """Compile a policy from the contents of its files, by name; `today` and `lint` as in `compile_folder`."""
    return _compiled({name: content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
                      for name, content in files.items()}, (), _Looking(today, lint))  # fmt: skip


def compile_sources(
    files: Mapping[str, str | bytes], *, today: date | None = None
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """The model of these files, and the diagnostics."""
    compiled = compile_files(files, today=today)
    return compiled.model, compiled.diagnostics


# --- compiling --------------------------------------------------------------------------------------------------------


class _Looking(NamedTuple):
    """What is looked for in a policy that compiles: what has ended by `today`, and what could be better."""

    today: date | None
    lint: bool

    @property
    def checks(self) -> tuple[Check, ...]:
        return (*CHECKS, *LINTS) if self.lint else CHECKS


def _compiled(files: Mapping[str, bytes], unread: Sequence[Diagnostic], looking: _Looking) -> Compiled:
    sources, undecoded = decode_files(files)
    faults = [*unread, *undecoded]
    if undecoded:
        readable = {name: source for name, source in sources.items() if not any(f.span.source == name for f in faults)}
    else:
        readable = sources
    parsed = [parse(source) for name, source in sorted(readable.items()) if not has_rows(name)]
    faults.extend(fault for one in parsed for fault in one.faults)
    if faults and not parsed:
        return Compiled(None, tuple(faults), sources)
    tables = TableFiles({name: source for name, source in readable.items() if has_rows(name)}, sources)
    syntax = tables.filled([one.file for one in parsed])
    faults.extend(tables.faults)
    model, found = resolve(syntax, {**sources, **tables.read}, versions())
    # A file that could not be read may declare what the others refer to: unknown names would only mislead.
    hidden = len(readable) < len(sources) or any(fault.severity is Severity.ERROR for fault in unread)
    stood_in = _declarations_of(parsed, faults, _STAND_INS)
    faults.extend(
        fault
        for fault in found
        if not (hidden and fault.code.startswith(("unknown-", "no-policy", "missing")))
        and not (fault.code == "out-of-range" and any(fault.span.within(span) for span in stood_in))
    )
    if model is not None:
        faults.extend(_checked(model, syntax, faults, looking))
    ordered = sorted(dict.fromkeys(faults), key=lambda fault: fault.order)
    told = tuple(fault for fault in ordered if fault.silenced is None)
    usable = model if not any(fault.severity is Severity.ERROR for fault in told) else None
    return Compiled(usable, told, sources, tuple(fault for fault in ordered if fault.silenced is not None))


# After these something stands in for a date or a number, and may lie out of range.
_STAND_INS = frozenset({"impossible-date", "number-too-long"})


def _declarations_of(parsed: Sequence[Parsed], faults: Sequence[Diagnostic], codes: Collection[str]) -> list[Span]:
    """The declarations in which there is a fault of one of these codes."""
    places = [fault.span for fault in faults if fault.code in codes]
    spans = [declaration.span for one in parsed for declaration in one.file.declarations]
    return [span for span in spans if any(place.within(span) for place in places)]


# What a check says of a condition is worth nothing where something in it could not be understood.
_DEPENDENT = frozenset({"row-gap", "row-overlap", "too-many-rows", "unsure-placeholder", "useless-allow"})


def _checked(
    model: Model, files: Sequence[File], faults: Sequence[Diagnostic], looking: _Looking
) -> Iterator[Diagnostic]:
    """What the checks find, less what only follows from an error that has been reported."""
    errors = [fault.span for fault in faults if fault.severity is Severity.ERROR]
    declarations = [declaration.span for file in files for declaration in file.declarations]
    torn = TornFiles(files)
    for fault in (fault for check in looking.checks for fault in check(model, looking.today)):
        home = next((span for span in declarations if fault.span.within(span)), None)
        follows = fault.code in _DEPENDENT and home is not None and any(error.within(home) for error in errors)
        if torn.is_intact(fault.span) and not follows:
            yield fault


def versions() -> dict[str, str]:
    """What else decides verdicts, for the digest: this package and the data packages that it pins."""
    found = {name: _version(name) for name in _DECIDING}
    return {"kotowari": VERSION, **{name: version for name, version in found.items() if version}}


@cache
def _version(name: str) -> str | None:
    """The version of a package, if it is installed: what reads Japanese need not be."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
