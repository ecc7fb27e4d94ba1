"""The only reader of rule files."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from kotowari.checks import CHECKS, LINTS, Check
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language.nodes import File
from kotowari.language.parse import Parsed, parse
from kotowari.model.model import Model
from kotowari.model.resolve import resolve
from kotowari.model.torn import TornFiles
from kotowari.text.japanese import morphemes
from kotowari.version import VERSION

SUFFIX = ".rules"
# Nobody reads a rule file of this size; the limits keep a wrong folder from filling the memory.
MOST_BYTES = 4 * 1024 * 1024
MOST_FILES = 5_000
MOST_BYTES_IN_ALL = 64 * 1024 * 1024
_DECLARES_POLICY = re.compile(rb"^\s*policy\s", re.MULTILINE)
# Packages whose data decide verdicts.
_DECIDING = ("google-re2", "snowballstemmer", "tzdata", *morphemes.PACKAGES)


@dataclass(frozen=True, slots=True)
class Compiled:
    """What came of a folder's files: the model where it compiles, else None, and all that is to be said of it."""

    model: Model | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the policy from being used."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)


def compile_folder(folder: str | os.PathLike[str], *, today: date | None = None, lint: bool = True) -> Compiled:
    """Read and compile the policy of a folder. What cannot be read is among the diagnostics; nothing is raised.

    With `today`, what has ended or will soon is reported as well. Without `lint`, what could be better but decides
    nothing is not looked for, which saves time.
    """
    root = Path(folder)
    files: dict[str, bytes] = {}
    unread: list[Diagnostic] = []
    for path in _rule_files(root, unread):
        name = path.relative_to(root).as_posix() if path != root else path.name
        content = _content(path, name, unread)
        if content is not None:
            files[name] = content
    if not files and not unread:
        unread.append(_nothing_here(root))
    if unread and not files:
        return Compiled(None, tuple(unread), {})
    return _compiled(files, unread, _Looking(today, lint))


def compile_files(files: Mapping[str, str | bytes], *, today: date | None = None, lint: bool = True) -> Compiled:
    """Compile a policy from the contents of its files, by name; `today` and `lint` as in `compile_folder`."""
    return _compiled({name: content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
                      for name, content in files.items()}, [], _Looking(today, lint))  # fmt: skip


def compile_sources(
    files: Mapping[str, str | bytes], *, today: date | None = None
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """The model of these files, and the diagnostics."""
    compiled = compile_files(files, today=today)
    return compiled.model, compiled.diagnostics


def is_policy(folder: str | os.PathLike[str]) -> bool:
    """Whether one of the folder's own files declares a policy."""
    root = Path(folder)
    try:
        return any(
            _DECLARES_POLICY.search(path.read_bytes()) for path in sorted(root.glob(f"*{SUFFIX}")) if path.is_file()
        )
    except OSError:
        return False


# --- files ------------------------------------------------------------------------------------------------------------


def rule_files(
    folder: str | os.PathLike[str], *, nested: bool = False
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Every rule file in the folder and below, with what could not be read.

    Hidden folders, links and, without `nested`, policies of their own are left out.
    """
    unread: list[Diagnostic] = []
    return tuple(_rule_files(Path(folder), unread, nested=nested)), tuple(unread)


def read_source(name: str, content: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """A file's content as the text that is parsed, with line feeds for line breaks, and why it cannot be where so."""
    faults: list[Diagnostic] = []
    return Source(name, _decoded(name, content, faults, len(content))), tuple(faults)


def _rule_files(root: Path, unread: list[Diagnostic], *, nested: bool = False) -> list[Path]:
    """Every rule file in the folder and below; hidden folders, links and policies of their own are left out."""
    if not root.is_dir():
        what = "is not a folder" if root.exists() else "does not exist"
        unread.append(_fault("unreadable", f"`{root}` {what}", str(root), "give the folder of a policy"))
        return []
    found: list[Path] = []
    for path in _walk(root, unread, own=True, nested=nested):
        found.append(path)
        if len(found) > MOST_FILES:
            unread.append(
                _fault("too-large", f"more than {MOST_FILES} rule files", str(root), "is this the right folder?")
            )
            return []
    return found


def _walk(folder: Path, unread: list[Diagnostic], *, own: bool, nested: bool) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        unread.append(
            _fault("unreadable", f"`{folder}` cannot be read: {_why(problem)}", str(folder), "check its rights")
        )
        return
    if not own and not nested and any(_is_rule_file(entry) and is_policy(folder) for entry in entries):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _walk(Path(entry.path), unread, own=False, nested=nested)
        elif _is_rule_file(entry):
            yield Path(entry.path)


def _is_rule_file(entry: os.DirEntry[str]) -> bool:
    hidden = entry.name.startswith(".")
    return entry.name.endswith(SUFFIX) and not hidden and entry.is_file(follow_symlinks=False)


def _content(path: Path, name: str, unread: list[Diagnostic]) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as problem:
        unread.append(_fault("unreadable", f"this file cannot be read: {_why(problem)}", name, "check its rights"))
        return None
    return content


def _why(problem: OSError) -> str:
    return (problem.strerror or "unknown reason").lower()


def _nothing_here(root: Path) -> Diagnostic:
    return _fault("no-policy", f"`{root}` holds no rule files", str(root),
                  f"a policy is a folder of `*{SUFFIX}` files; `kotowari init` starts one")  # fmt: skip


def _fault(code: str, message: str, name: str, help_: str) -> Diagnostic:
    return Diagnostic(code, message, Span(name, 0, 0), help=help_)


# --- compiling --------------------------------------------------------------------------------------------------------


class _Looking(NamedTuple):
    """What is looked for in a policy that compiles: what has ended by `today`, and what could be better."""

    today: date | None
    lint: bool

    @property
    def checks(self) -> tuple[Check, ...]:
        return (*CHECKS, *LINTS) if self.lint else CHECKS


def _compiled(files: Mapping[str, bytes], unread: list[Diagnostic], looking: _Looking) -> Compiled:
    faults = list(unread)
    sources: dict[str, Source] = {}
    total = 0
    for name, content in sorted(files.items()):
        total += len(content)
        text = _decoded(name, content, faults, total)
        sources[name] = Source(name, text)
    if len(faults) > len(unread):
        readable = {name: source for name, source in sources.items() if not any(f.span.source == name for f in faults)}
    else:
        readable = sources
    parsed = [parse(source) for _, source in sorted(readable.items())]
    faults.extend(fault for one in parsed for fault in one.faults)
    if faults and not parsed:
        return Compiled(None, tuple(faults), sources)
    model, found = resolve([one.file for one in parsed], sources, versions())
    # A file that could not be read may declare what the others refer to: unknown names would only mislead.
    hidden = len(readable) < len(sources) or bool(unread)
    stood_in = _declarations_of(parsed, faults, _STAND_INS)
    faults.extend(
        fault
        for fault in found
        if not (hidden and fault.code.startswith(("unknown-", "no-policy", "missing")))
        and not (fault.code == "out-of-range" and any(_within(fault.span, span) for span in stood_in))
    )
    if model is not None:
        faults.extend(_checked(model, [one.file for one in parsed], faults, looking))
    ordered = tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.order))
    usable = model if not any(fault.severity is Severity.ERROR for fault in ordered) else None
    return Compiled(usable, ordered, sources)


# After these something stands in for a date or a number, and may lie out of range.
_STAND_INS = frozenset({"impossible-date", "number-too-long"})


def _declarations_of(parsed: Sequence[Parsed], faults: Sequence[Diagnostic], codes: Collection[str]) -> list[Span]:
    """The declarations in which there is a fault of one of these codes."""
    places = [fault.span for fault in faults if fault.code in codes]
    spans = [declaration.span for one in parsed for declaration in one.file.declarations]
    return [span for span in spans if any(_within(place, span) for place in places)]


# What a check says of a condition is worth nothing where something in it could not be understood.
_DEPENDENT = frozenset({"row-gap", "row-overlap", "too-many-rows", "unsure-placeholder"})


def _checked(
    model: Model, files: Sequence[File], faults: Sequence[Diagnostic], looking: _Looking
) -> Iterator[Diagnostic]:
    """What the checks find, less what only follows from an error that has been reported."""
    errors = [fault.span for fault in faults if fault.severity is Severity.ERROR]
    declarations = [declaration.span for file in files for declaration in file.declarations]
    torn = TornFiles(files)
    for fault in (fault for check in looking.checks for fault in check(model, looking.today)):
        home = next((span for span in declarations if _within(fault.span, span)), None)
        follows = fault.code in _DEPENDENT and home is not None and any(_within(error, home) for error in errors)
        if torn.is_intact(fault.span) and not follows:
            yield fault


def _within(inner: Span, outer: Span) -> bool:
    return inner.source == outer.source and outer.start <= inner.start and inner.end <= outer.end


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


def _decoded(name: str, content: bytes, faults: list[Diagnostic], total: int) -> str:
    """The text of a file with line feeds for line breaks; empty, and reported, where it is too large or not UTF-8."""
    if len(content) > MOST_BYTES or total > MOST_BYTES_IN_ALL:
        size = f"{MOST_BYTES // 2**20} MiB" if len(content) > MOST_BYTES else f"{MOST_BYTES_IN_ALL // 2**20} MiB in all"
        faults.append(_fault("too-large", f"a rule file has at most {size}", name, "split it into several files"))
        return ""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return _not_utf_8(name, content, problem, faults)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf_8(name: str, content: bytes, problem: UnicodeDecodeError, faults: list[Diagnostic]) -> str:
    before = content[: problem.start].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    text = before + content[problem.start :].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    byte = content[problem.start]
    faults.append(
        Diagnostic(
            "not-utf-8",
            f"this file is not UTF-8: byte 0x{byte:02X} at {problem.start} begins no character",
            Span(name, len(before), len(before) + 1),
            help="save the file as UTF-8",
        )
    )
    return text
