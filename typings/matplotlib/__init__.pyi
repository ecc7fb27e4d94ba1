# What benchmarks/ uses of matplotlib, whose own types leave the options of its methods open.
from collections.abc import Mapping
from contextlib import AbstractContextManager

def rc_context(rc: Mapping[str, object]) -> AbstractContextManager[None]: ...
