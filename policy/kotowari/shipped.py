"""The policies that are shipped."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def packs() -> Path:
    """The folder of the shipped policies, one folder each: in the wheel, or beside `policy/` in a checkout.

    Raises FileNotFoundError where neither is there, as in an installation that was taken apart.
    """
    package = files("kotowari")
    shipped = Path(str(package.joinpath("rules")))
    if shipped.is_dir():
        return shipped
    beside = Path(str(package)).parent.parent / "rules"
    if beside.is_dir():
        return beside
    raise FileNotFoundError(f"the shipped packs are neither in {shipped} nor in {beside}")
