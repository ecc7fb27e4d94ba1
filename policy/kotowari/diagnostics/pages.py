"""The pages behind the codes, which `kotowari explain` shows: what is wrong, what to write, and why.

Each is `pages/<code>.md` and has this shape:

    # unknown-fact

    A condition asks for a fact that the policy does not declare.

    ## Avoid

    ```rules
    fact customer.plan is one of free, pro
    rule no-gantt
      when customer.plam is pro
    ```

    ## Prefer

    ```rules
    fact customer.plan is one of free, pro
    rule no-gantt
      when customer.plan is pro
    ```

    ## Why

    A fact that nobody declares is a fact that nobody can give: the rule would never apply, and nobody would notice.

`pages/ja/<code>.md` says the same to people who read Japanese, in examples that they would write. There a paragraph is
one line, since a line break within Japanese would be shown as a space.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_ENDING = ".md"
_FOLDERS: Final = {"en": ("pages",), "ja": ("pages", "ja")}
LANGUAGES: Final = tuple(_FOLDERS)


def codes() -> tuple[str, ...]:
    """Every code that has a page, in alphabetical order."""
    names = (entry.name for entry in _folder("en").iterdir())
    return tuple(sorted(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING)))


def page(code: str, language: str = "en") -> str | None:
    """The page of `code` as Markdown, in one of `LANGUAGES`, or None where there is no such code."""
    if code not in codes():
        return None
    return (_folder(language) / f"{code}{_ENDING}").read_text(encoding="utf-8")


def sentence(code: str, language: str = "en") -> str | None:
    """The first sentence of the page of `code`, which says what is wrong; None where there is no such code."""
    text = page(code, language)
    return None if text is None else " ".join(text.split("\n\n", 2)[1].split())


def _folder(language: str) -> Traversable:
    return files("kotowari.diagnostics").joinpath(*_FOLDERS[language])
