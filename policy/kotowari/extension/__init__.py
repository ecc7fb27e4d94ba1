"""What decides at speed, in C, where there was a compiler. Elsewhere Python does the same, in more time."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

IS_COMPILED: Final = find_spec("kotowari.extension._compiled") is not None
