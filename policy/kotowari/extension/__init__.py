"""What decides at speed, in C, where there was a compiler. Elsewhere Python does the same, in more time."""

from __future__ import annotations

from importlib import import_module
from typing import Final


def _is_there() -> bool:
    try:
        import_module("kotowari.extension._compiled")
    except ImportError:  # not compiled, or not for this interpreter
        return False
    return True


IS_COMPILED: Final = _is_there()
