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
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

_ENDING = ".md"


def codes() -> tuple[str, ...]:
    """Every code that has a page, in alphabetical order."""
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING)))


def page(code: str) -> str | None:
    """The page of `code` as Markdown, or None where there is no such code."""
    if code not in codes():
        return None
    return (_folder() / f"{code}{_ENDING}").read_text(encoding="utf-8")


def sentence(code: str) -> str | None:
    """The first sentence of the page of `code`, which says what is wrong; None where there is no such code."""
    text = page(code)
    return None if text is None else " ".join(text.split("\n\n", 2)[1].split())


def _folder() -> Traversable:
    return files("kotowari.diagnostics") / "pages"
