"""`kotowari init`: a policy of one's own, begun from a shipped pack."""

from __future__ import annotations

import secrets
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kotowari.diagnostics.display import printable
from kotowari.diagnostics.said import comma_list, say
from kotowari_cli import language_of
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure
from kotowari_cli.files import cannot
from kotowari_cli.locate import STARTER, Place, load, pack, packs

if TYPE_CHECKING:
    from kotowari.model.model import Example
    from kotowari.model.types import Value

# What some shell obeys between double quotes.
_OBEYED = frozenset('"$`\\!%')


@click.command(name="init", short_help="Start from a shipped pack.")
@click.argument("folder", default="rules", metavar="[DIR]")
@click.option("--pack", "name", default=STARTER, show_default=True, metavar="NAME", help="Which pack to copy.")
def command(*, folder: str, name: str) -> int:
    """Copy a shipped pack into DIR (else `rules`), which must not exist yet or be empty."""
    source = _pack(name)
    target = Path(folder)
    _check_free(target, folder)
    try:
        copy_whole(source, target)
    except OSError as error:
        raise cannot("write", folder, error) from None
    click.echo(_next_steps(target, name))
    return Exit.DONE


def _pack(name: str) -> Path:
    from kotowari.diagnostics.suggest import nearest

    if name in packs():
        return pack(name)
    meant = nearest(name, packs())
    there = say("there are {packs}", packs=comma_list(f"`{known}`" for known in packs()))
    hint = say("did you mean `{name}`? {there}", name=meant, there=there) if meant else there
    raise Failure(say("there is no pack `{name}`", name=name), hint)


def _check_free(target: Path, name: str) -> None:
    try:
        if target.is_dir() and not any(target.iterdir()):
            return
        taken = target.exists() or target.is_symlink()
    except (OSError, ValueError) as error:
        raise cannot("write", name, error) from None
    if taken:
        message = (
            say("`{name}` is a folder with files in it", name=name)
            if target.is_dir()
            else say("`{name}` is there already and no folder", name=name)
        )
        raise Failure(message, say("name a new folder; nothing was changed"))


def copy_whole(source: Path, target: Path) -> None:
    """Copy the files of a folder so that `target` has all of them in the end, or none. Raises OSError."""
    if target.is_dir():
        _fill(source, target)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    stage = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        _copy(source, stage)
        stage.rename(target)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _fill(source: Path, target: Path) -> None:
    """Copy into an empty folder, which stays the same folder: somebody may stand in it."""
    stage = target / f".{secrets.token_hex(4)}.tmp"
    try:
        _copy(source, stage)
        for entry in sorted(stage.iterdir()):
            entry.rename(target / entry.name)
    except BaseException:
        _empty(target)
        raise
    stage.rmdir()


def _empty(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _copy(source: Path, target: Path) -> None:
    """Copy the files that belong to a pack, not their permissions: a pack may be installed where all is read-only."""
    for file in sorted(source.rglob("*")):
        name = file.relative_to(source)
        if file.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.parts):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / name)


def _requests(folder: Path) -> list[str]:
    """Words that ask for a decision by a policy: one of its own examples, rather one that is declined.

    It is a text alone where the policy has such examples, and in the language of the person where it has that. Where
    the policy cannot be used here there is none: Japanese may not be installed, which the next steps tell.
    """
    from kotowari import PolicyError
    from kotowari.model.model import Verdict
    from kotowari.text.language import detect

    try:
        model, spoken = load(Place(folder)).model, language_of()
    except PolicyError:
        return []
    examples = [example for rule in model.rules.values() for example in rule.examples if example.holds]

    def last(example: Example) -> tuple[bool, ...]:
        foreign = detect(example.text or "", model.languages) != spoken
        return (bool(example.given), foreign, example.gives is not Verdict.DECLINE)

    chosen = min(examples, key=last)
    facts = (f"-f {shlex.quote(f'{name}={_typed(value)}')}" for name, value in chosen.given.items())
    return [" ".join([*([_quoted(chosen.text)] if chosen.text else []), *facts])]


def _quoted(text: str) -> str:
    """A text as one word of a command, where it can be as every shell takes it."""
    return f'"{text}"' if _OBEYED.isdisjoint(text) else shlex.quote(text)


def _typed(value: Value) -> str:
    """A value as it is typed behind `-f`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _next_steps(target: Path, pack_name: str) -> str:
    from kotowari_cli.strings_init import init_words

    folder, words = str(target), init_words(language_of())
    quoted = shlex.quote(folder)
    option = "" if folder in ("rules", ".") else f" --policy {quoted}"
    steps = [
        words.copied.format(folder=folder, pack=pack_name),
        "",
        *(f"  kotowari check {request}{option}" for request in _requests(target)),
        f"  kotowari show{option}",
        f"  kotowari lint {quoted}",
    ]
    if (target / "README.md").is_file():
        steps += ["", words.read_first.format(file=target / "README.md")]
    return printable("\n".join(steps), lines=True)
