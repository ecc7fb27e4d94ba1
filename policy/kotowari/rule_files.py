"""The only reader of rule files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.encodings import save_as_utf_8
from kotowari.diagnostics.said import say
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language.table_paths import has_rows, path_of

SUFFIX = ".rules"
# Nobody reads a rule file of this size; the limits keep a wrong folder from filling the memory.
MOST_BYTES = 4 * 1024 * 1024
MOST_FILES = 5_000
MOST_BYTES_IN_ALL = 64 * 1024 * 1024
# So many files of other endings are looked at, and so many texts among them, each of so many bytes, for declarations.
_MOST_OTHERS = 10_000
_MOST_TEXTS = 100
_LARGEST_TEXT = 256 * 1024
_DECLARES_POLICY = re.compile(rb"^(?:\xef\xbb\xbf)?\s*policy\s", re.MULTILINE)
# What may name a file with the rows of a table.
_NAMES_FILE = re.compile(r'from\s+(?:"|「)((?:(?!"|」)[^\n]){1,400}?\.[Cc][Ss][Vv])(?:"|」)'.encode())


def read_folder(folder: str | os.PathLike[str]) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The contents of a policy's files, by name, and what could not be read; nothing is raised.

    Besides the rule files there are those that their tables name; one that is missing is for the compiler to report.
    """
    root = Path(folder)
    unread: list[Diagnostic] = []
    files = _contents(root, _rule_files(root, unread), unread)
    files |= _contents(root, _table_files(root, files), unread)
    if not files and not unread:
        unread.append(_nothing_here(root))
    return files, tuple(unread)


def misnamed_files(folder: str | os.PathLike[str]) -> Iterator[Diagnostic]:
    """Files plainly meant as rule files whose ending keeps them from being read: their rules would silently never fire.

    Each is reported as a warning; folders that cannot be read are for `read_folder` to report.
    """
    from kotowari.language.misnamed import is_text, name_meant  # noqa: PLC0415 - what parses is slow to import

    root = Path(folder)
    files = _walk(root, [], own=True, nested=False) if root.is_dir() else iter(())
    others = list(islice((path for path in files if not path.name.endswith(SUFFIX)), _MOST_OTHERS))
    meant = {path: name for path in others if (name := name_meant(path.name))}
    texts = islice((path for path in others if path not in meant and is_text(path.name)), _MOST_TEXTS)
    meant |= {path: f"{path.stem}{SUFFIX}" for path in texts if _declares(path)}
    for path, right in meant.items():
        name = path.relative_to(root).as_posix()
        message = say("`{path}` is not read: the names of rule files end in `{suffix}`", path=name, suffix=SUFFIX)
        help_ = say("call it `{name}`, or take it out of this folder", name=right)
        yield replace(_fault("wrong-ending", message, name, help_), severity=Severity.WARNING)


def is_policy(folder: str | os.PathLike[str]) -> bool:
    """Whether one of the folder's own files declares a policy."""
    root = Path(folder)
    try:
        return any(
            _DECLARES_POLICY.search(path.read_bytes()) for path in sorted(root.glob(f"*{SUFFIX}")) if path.is_file()
        )
    except OSError:
        return False


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
        missing = say("`{path}` does not exist", path=str(root))
        message = say("`{path}` is not a folder", path=str(root)) if root.exists() else missing
        unread.append(_fault("unreadable", message, str(root), say("give the folder of a policy")))
        return []
    found: list[Path] = []
    for path in _walk(root, unread, own=True, nested=nested):
        if path.name.endswith(SUFFIX):
            found.append(path)
        if len(found) > MOST_FILES:
            message = say("more than {most} rule files", most=MOST_FILES)
            unread.append(_fault("too-large", message, str(root), say("is this the right folder?")))
            return []
    return found


def _walk(folder: Path, unread: list[Diagnostic], *, own: bool, nested: bool) -> Iterator[Path]:
    """Every file in the folder and below that is neither hidden nor a link, in order."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        message = say("`{path}` cannot be read: {reason}", path=str(folder), reason=_why(problem))
        unread.append(_fault("unreadable", message, str(folder), say("check its rights")))
        return
    if not own and not nested and any(_is_rule_file(entry) and is_policy(folder) for entry in entries):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _walk(Path(entry.path), unread, own=False, nested=nested)
        elif _is_plain_file(entry):
            yield Path(entry.path)


def _is_plain_file(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.is_file(follow_symlinks=False)


def _is_rule_file(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(SUFFIX) and _is_plain_file(entry)


def _declares(path: Path) -> bool:
    """Whether a text is a rule file by what stands in it; one that cannot be read is none."""
    from kotowari.language.misnamed import declares  # noqa: PLC0415 - as above

    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_TEXT + 1)
    except OSError:
        return False
    return len(content) <= _LARGEST_TEXT and declares(content.decode("utf-8-sig", "replace"))


def _table_files(root: Path, files: Mapping[str, bytes]) -> list[Path]:
    """The files that tables name, as far as they are there: within the folder, and no links."""
    named = {
        path_of(name, found.decode("utf-8", "replace"))
        for name, content in files.items()
        for found in _NAMES_FILE.findall(content)
    }
    home = root.resolve()
    places = [root / path for path in sorted(path for path in named if path is not None)]
    return [path for path in places if path.is_file() and path.resolve() == home / path.relative_to(root)]


def _contents(root: Path, paths: Iterable[Path], unread: list[Diagnostic]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for path in paths:
        name = path.relative_to(root).as_posix()
        content = _content(path, name, unread)
        if content is not None:
            files[name] = content
    return files


def _content(path: Path, name: str, unread: list[Diagnostic]) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as problem:
        message = say("this file cannot be read: {reason}", reason=_why(problem))
        unread.append(_fault("unreadable", message, name, say("check its rights")))
        return None
    return content


def _why(problem: OSError) -> str:
    reason = (problem.strerror or "unknown reason").lower()
    return _REASONS.get(reason, reason)


# What systems say most often, so that it can be said in another language.
_REASONS: Final[Mapping[str, str]] = {
    "permission denied": say("permission denied"),
    "no such file or directory": say("no such file or directory"),
    "is a directory": say("is a directory"),
    "not a directory": say("not a directory"),
    "input/output error": say("input/output error"),
    "too many open files": say("too many open files"),
    "unknown reason": say("unknown reason"),
}


def _nothing_here(root: Path) -> Diagnostic:
    message = say("`{path}` holds no rule files", path=str(root))
    advice = say("a policy is a folder of `*{suffix}` files; `kotowari init` starts one", suffix=SUFFIX)
    return _fault("no-policy", message, str(root), advice)


def _fault(code: str, message: str, name: str, help_: str) -> Diagnostic:
    return Diagnostic(code, message, Span(name, 0, 0), help=help_)


def decode_files(files: Mapping[str, bytes]) -> tuple[dict[str, Source], tuple[Diagnostic, ...]]:
    """The texts of files, sorted by name, and which are too large or not UTF-8; the first of those are empty."""
    faults: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    total = 0
    for name, content in sorted(files.items()):
        total += len(content)
        sources[name] = Source(name, _decoded(name, content, faults, total))
    return sources, tuple(faults)


def _decoded(name: str, content: bytes, faults: list[Diagnostic], total: int) -> str:
    """The text of a file with line feeds for line breaks; empty, and reported, where it is too large or not UTF-8."""
    if len(content) > MOST_BYTES or total > MOST_BYTES_IN_ALL:
        message = say("a rule file has at most {size} MiB in all", size=MOST_BYTES_IN_ALL // 2**20)
        if len(content) > MOST_BYTES:
            message = say("a rule file has at most {size} MiB", size=MOST_BYTES // 2**20)
        faults.append(_fault("too-large", message, name, say("split it into several files")))
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
            say(
                "this file is not UTF-8: byte 0x{byte:02X} at {place} begins no character",
                byte=byte,
                place=problem.start,
            ),
            Span(name, len(before), len(before) + 1),
            help=say("export it as CSV in UTF-8") if has_rows(name) else save_as_utf_8(content),
        )
    )
    return text
