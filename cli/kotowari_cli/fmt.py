"""`kotowari fmt`: rule files in their one layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kotowari.diagnostics.said import say
from kotowari.record import record
from kotowari_cli import language_of, locate
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure
from kotowari_cli.files import STDIN, atomic_writer, open_input
from kotowari_cli.json_text import write
from kotowari_cli.strings import Words, words_of

if TYPE_CHECKING:
    from kotowari.diagnostics.diagnostic import Diagnostic
    from kotowari.diagnostics.source import Source


@record
class _File:
    """A file as it is, and as it should be: `after` is None where `faults` say why it cannot be read."""

    name: str
    before: bytes
    after: bytes | None
    source: Source
    faults: tuple[Diagnostic, ...]

    @property
    def changes(self) -> bool:
        """Whether the file is not in its layout."""
        return self.after is not None and self.after != self.before


@click.command(name="fmt", short_help="Format rule files.")
@click.argument("paths", nargs=-1, metavar="[PATH|-]…")
@click.option("--check", is_flag=True, help="Change nothing; name the files that would change, and exit with 1.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
def command(*, paths: tuple[str, ...], check: bool, diff: bool) -> int:
    """Format rule files: those given, every *.rules file in the folders given, else those of the policy.

    Meaning and comments stay as they are; a file with errors is shown and left alone. `-` is standard input to
    standard output.

    \b
    kotowari fmt                  the policy, as other commands find it
    kotowari fmt --check rules    for CI: exit code 1 where a file is not in order
    """  # noqa: D301 - click reads \\b
    files = [_formatted(name) for name in _names(paths)]
    if check or diff:
        _show(files, check=check, diff=diff)
    else:
        _write(files)
    _report(files, words_of(language_of()), dry=check or diff)
    wrong = any(file.after is None for file in files) or (check and any(file.changes for file in files))
    return Exit.POLICY if wrong else Exit.DONE


# --- which files ------------------------------------------------------------------------------------------------------


def _names(paths: Sequence[str]) -> Sequence[str]:
    """The files that are meant, each once."""
    if STDIN in paths and len(paths) > 1:
        raise Failure(say("`-` is standard input, and stands alone"), say("give files, or `-`"))
    found: dict[Path, str] = {}
    for name in [str(path) for named in paths for path in _below(named)] if paths else _of_policy():
        found.setdefault(Path(name).resolve() if name != STDIN else Path(name), name)
    return list(found.values())


def _of_policy() -> list[str]:
    folder = locate.locate(None).folder
    return [str(path) for path in _rule_files(folder, nested=False)]


def _below(name: str) -> Iterable[Path | str]:
    """A file itself, or the rule files of a folder, those of policies in it as well."""
    if name == STDIN:
        return [name]
    path = Path(name)
    try:
        is_folder, is_file, is_there = path.is_dir(), path.is_file(), path.exists()
    except (OSError, ValueError) as error:
        raise Failure(say("cannot read `{name}`: {why}", name=name, why=str(error)), say("check the name")) from None
    if is_folder:
        return _rule_files(path, nested=True)
    if not is_file:
        odd, gone = say("`{name}` is neither a file nor a folder", name=name), say("`{name}` does not exist", name=name)
        raise Failure(odd if is_there else gone, say("give rule files, or folders that hold some"))
    return [path]


def _rule_files(folder: Path, *, nested: bool) -> Sequence[Path]:
    from kotowari.rule_files import SUFFIX, rule_files

    found, unread = rule_files(folder, nested=nested)
    if unread:
        raise Failure(unread[0].message, unread[0].help)
    if not found:
        advice = say("their names end in `{ending}`; `kotowari init` starts some", ending=SUFFIX)
        raise Failure(say("`{folder}` holds no rule files", folder=str(folder)), advice)
    return found


# --- formatting -------------------------------------------------------------------------------------------------------


def _formatted(name: str) -> _File:
    from kotowari.language.formatting import format_source
    from kotowari.rule_files import MOST_BYTES, read_source

    with open_input(name) as stream:
        content = stream.read(MOST_BYTES + 1)
    source, faults = read_source("<stdin>" if name == STDIN else Path(name).as_posix(), content)
    if faults:
        return _File(name, content, None, source, faults)
    done = format_source(source)
    return _File(name, content, None if done.text is None else done.text.encode(), source, done.faults)


def _write(files: Iterable[_File]) -> None:
    """Write what changes. All is formatted by now: a fault of ours in one file leaves every file as it was."""
    for file in files:
        if file.name == STDIN:
            write(file.after or b"")
        elif file.after is not None and file.changes:
            with atomic_writer(file.name) as stream:
                stream.write(file.after)


# --- showing ----------------------------------------------------------------------------------------------------------


def _show(files: Iterable[_File], *, check: bool, diff: bool) -> None:
    from kotowari.diagnostics.display import printable

    for file in files:
        if not file.changes:
            continue
        if diff:
            from kotowari_cli.difference import print_difference

            print_difference(file.source.name, file.before, file.after or b"")
        elif check:
            click.echo(printable(file.source.name))


def _report(files: Sequence[_File], words: Words, *, dry: bool) -> None:
    """Say on standard error what cannot be read, and how many files there are of each sort."""
    faults = [fault for file in files for fault in file.faults]
    if faults:
        from kotowari_cli.screen import print_diagnostics

        print_diagnostics(faults, {file.source.name: file.source for file in files}, err=True)
    if [file.name for file in files] != [STDIN]:
        click.echo(words.comma.join(_counts(files, words, dry=dry)), err=True)


def _counts(files: Sequence[_File], words: Words, *, dry: bool) -> Iterator[str]:
    changed = sum(file.changes for file in files)
    left = sum(file.after is None for file in files)
    for count, phrase in (
        (changed, words.to_format if dry else words.formatted),
        (len(files) - changed - left, words.in_order),
        (left, words.left_alone),
    ):
        if count:
            yield phrase.format(files=(words.one_file if count == 1 else words.files).format(count=count))
