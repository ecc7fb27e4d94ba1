"""Which policy is meant: --policy, $KOTOWARI_POLICY, ./rules or the current folder, or the shipped one to try it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kotowari.diagnostics.said import Said, say
from kotowari.record import record
from kotowari_cli.failures import Failure

if TYPE_CHECKING:
    from kotowari import Policy

VARIABLE = "KOTOWARI_POLICY"
STARTER = "starter"
_ENDING = ".rules"
_CANDIDATES = (Path("rules"), Path())


@record
class Place:
    """The folder of a policy; `shipped` where nobody named one and the starter pack stands in."""

    folder: Path
    shipped: bool = False


def locate(named: str | None, *, or_starter: bool = False) -> Place:
    """The folder of the policy that is meant. Raises Failure where there is none, or no folder of that name."""
    if named is not None:
        return Place(_folder(named))
    from_environment = os.environ.get(VARIABLE)
    if from_environment:
        return Place(_folder(from_environment, from_environment=True))
    from kotowari.rule_files import is_policy

    for candidate in _CANDIDATES:
        if is_policy(candidate):
            return Place(candidate)
    if or_starter:
        return Place(pack(STARTER), shipped=True)
    advice = say(
        "name its folder with --policy DIR or {variable}, or start one with `kotowari init`", variable=VARIABLE
    )
    raise Failure(no_policy(), advice)


def no_policy() -> Said:
    """Why nothing here is a policy."""
    for candidate in _CANDIDATES:
        if _has_rules(candidate):
            folder = str(candidate)
            return say("there are rule files in `{folder}`, but none of them declares `policy`", folder=folder)
    return say("no policy is named, and neither `rules` nor the current folder is one")


def load(place: Place) -> Policy:
    """The policy of a place. Raises kotowari.PolicyError where it does not compile."""
    from kotowari.caching.policies import load_cached

    return load_cached(place.folder)


def pack(name: str) -> Path:
    """The folder of a shipped pack."""
    import kotowari

    return Path(str(kotowari.packs() / name))


def packs() -> tuple[str, ...]:
    """The names of the shipped packs."""
    import kotowari

    return tuple(sorted(entry.name for entry in kotowari.packs().iterdir() if entry.is_dir()))


def _folder(name: str, *, from_environment: bool = False) -> Path:
    def failure(message: Said, advice: Said) -> Failure:
        if from_environment:
            advice = say("{variable} names the policy; {advice}", variable=VARIABLE, advice=advice)
        return Failure(message, advice)

    if not name.strip():
        raise failure(say("the name of the policy's folder is empty"), say("name it; `.` is the current folder"))
    path = Path(name)
    try:
        exists, is_folder = path.exists(), path.is_dir()
    except (OSError, ValueError) as error:
        message = say("cannot read the folder `{name}`: {why}", name=name, why=str(error))
        raise Failure(message, say("check the name")) from None
    if not exists:
        raise failure(say("there is no folder `{name}`", name=name), _check_name(name))
    if not is_folder:
        advice = say("a policy is a folder with *{ending} files; name that", ending=_ENDING)
        raise failure(say("`{name}` is not a folder", name=name), advice)
    return path


def _check_name(name: str) -> Said:
    if name in packs():
        return say("check the name; `kotowari init --pack {pack}` copies the shipped pack", pack=name)
    return say("check the name")


def _has_rules(folder: Path) -> bool:
    """Whether a folder has rule files of its own."""
    try:
        return any(path.name.endswith(_ENDING) and not path.name.startswith(".") for path in folder.iterdir())
    except OSError:
        return False
