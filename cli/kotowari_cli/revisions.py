"""A policy as it was: its files of a git revision, read from the objects of the repository and never checked out."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from kotowari.diagnostics.said import say
from kotowari.record import record
from kotowari.rule_files import MOST_BYTES_IN_ALL, MOST_FILES, is_policy
from kotowari_cli.failures import Failure
from kotowari_cli.system import reason

_ENDINGS = (".rules", ".csv")
_ORDINARY = frozenset({"100644", "100755"})
_SECONDS = 60.0


@record
class _Git:
    """git at a folder; nothing of the repository is run, written or fetched."""

    program: str
    folder: Path

    def read(self, *words: str, data: bytes = b"") -> bytes | None:
        """What git prints; None where it fails. Raises Failure where it cannot be run."""
        ended = self.run(*words, data=data)
        return None if ended.returncode else ended.stdout

    def run(self, *words: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run git and wait for it. Raises Failure where that cannot be done."""
        settings = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        command = [self.program, "--no-pager", "-C", str(self.folder), *words]
        try:
            return subprocess.run(  # noqa: S603 - git alone, without a shell; revisions stand behind --end-of-options
                command,
                input=data,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                env={**os.environ, **settings},
            )
        except subprocess.TimeoutExpired:
            message = say("`git` does not answer")
            raise Failure(message, say("is the repository on a drive that is far away?")) from None
        except OSError as error:
            raise Failure(say("`git` cannot be run"), reason(error)) from None


@contextmanager
def revision(named: str, policy: Path) -> Generator[Path]:
    """A folder with the files that a policy had at `REV`, or those of `REV:path`; it is gone when the block ends.

    Without a path it is the folder `policy` at that revision. Raises Failure.
    """
    git = _git(named, policy)
    tree = _tree(git, named)
    with tempfile.TemporaryDirectory(prefix="kotowari-") as name:
        _write(git, _blobs(git, tree, named), Path(name))
        if not is_policy(name):
            message = say("`{name}` is no policy: no rule file right in it declares one", name=named)
            raise Failure(message, say("name its folder: REV:PATH"))
        yield Path(name)


def _git(named: str, policy: Path) -> _Git:
    program = shutil.which("git")
    if program is None:
        message = say("`{name}` is not a folder, and without git it can be no revision", name=named)
        raise Failure(message, say("install git, or name a folder"))
    git = _Git(program, policy)
    looked = git.run("rev-parse", "--git-dir")
    if looked.returncode:
        told = looked.stderr.decode(errors="replace").strip().partition("\n")[0]
        message = say(
            "`{name}` is not a folder, and `{policy}` lies in no git repository", name=named, policy=str(policy)
        )
        raise Failure(message, say("git says: {told}", told=told))
    return git


def _tree(git: _Git, named: str) -> str:
    """The object of the folder that is meant."""
    name, colon, path = named.partition(":")
    commit = _verified(git, f"{name}^{{commit}}") if name and not name.startswith("-") else None
    if commit is None:
        message = say("`{name}` is neither a folder nor a git revision", name=name or named)
        raise Failure(message, say("check the name; `git log` lists revisions"))
    if not colon:
        prefix = git.read("rev-parse", "--show-prefix") or b""
        path = os.fsdecode(prefix).rstrip("\n").rstrip("/")
    tree = _verified(git, f"{commit}:{path}")
    kind = git.read("cat-file", "-t", tree) if tree else None
    if tree is None or kind is None or kind.strip() != b"tree":
        advice = say("`git ls-tree {revision}` lists what there is", revision=name)
        raise Failure(say("there is no folder `{path}` at `{revision}`", path=path, revision=name), advice)
    return tree


def _verified(git: _Git, name: str) -> str | None:
    found = git.read("rev-parse", "--verify", "--quiet", "--end-of-options", name)
    return None if found is None else found.decode("ascii", "replace").strip()


def _blobs(git: _Git, tree: str, named: str) -> list[tuple[str, PurePosixPath]]:
    """The ordinary files that a policy may be made of, with their objects."""
    listed = git.read("ls-tree", "-r", "-z", "-l", "--full-tree", tree)
    if listed is None:
        message = say("git cannot list the files of `{name}`", name=named)
        raise Failure(message, say("is the repository whole? `git fsck` tells"))
    found: list[tuple[str, PurePosixPath]] = []
    total = 0
    for mode, blob, size, path in _entries(listed):
        if mode in _ORDINARY and path.name.lower().endswith(_ENDINGS) and not _is_odd(path):
            total += size
            found.append((blob, path))
    if total > MOST_BYTES_IN_ALL or len(found) > MOST_FILES:
        message = say(
            "`{name}` has more than {size} MiB or {count:,} rule files",
            name=named,
            size=MOST_BYTES_IN_ALL // 2**20,
            count=MOST_FILES,
        )
        raise Failure(message, say("is this the right folder?"))
    return found


def _entries(listed: bytes) -> Iterator[tuple[str, str, int, PurePosixPath]]:
    for entry in filter(None, listed.split(b"\0")):
        facts, _, name = entry.partition(b"\t")
        mode, _, blob, size = facts.decode("ascii").split()
        yield mode, blob, int(size) if size.isdigit() else 0, PurePosixPath(os.fsdecode(name))


def _is_odd(path: PurePosixPath) -> bool:
    """Whether a path leads out of its folder, as no tree that git made has one."""
    return path.is_absolute() or any(part in ("..", ".git") for part in path.parts)


def _write(git: _Git, blobs: Sequence[tuple[str, PurePosixPath]], folder: Path) -> None:
    wanted = "".join(f"{blob}\n" for blob, _ in blobs).encode("ascii")
    data = git.read("cat-file", "--batch", data=wanted)
    if data is None:
        message = say("git cannot read the files of that revision")
        raise Failure(message, say("is the repository whole? `git fsck` tells"))
    start = 0
    for _, path in blobs:
        end = data.index(b"\n", start)
        words = data[start:end].split()
        if len(words) != 3:  # a partial clone says `missing` instead of kind and size
            message = say("git has no content for `{path}`", path=str(path))
            raise Failure(message, say("fetch it first: this clone is not whole"))
        start, size = end + 1, int(words[2])
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data[start : start + size])
        start += size + 1
