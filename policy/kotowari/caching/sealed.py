"""Objects of this package as bytes that show when they are torn."""

from __future__ import annotations

import io
import pickle
from typing import Final
from zlib import crc32

_MAGIC: Final = b"kotowari 1\n"
_SEAL: Final = 4
# What the objects of this package are made of, besides its own classes.
_PLAIN: Final = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("collections", "defaultdict"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
        ("fractions", "Fraction"),
    }
)
# What makes a value without being its class.
_MAKERS: Final = frozenset({("kotowari.model.calendar", "zone")})


class _Reader(pickle.Unpickler):
    """Makes objects of this package and plain values alone."""

    def find_class(self, module: str, name: str) -> object:
        """The class that the bytes name; raises UnpicklingError for what does not belong into a cache."""
        if (module, name) in _PLAIN or module.startswith("kotowari."):
            found: object = super().find_class(module, name)
            if isinstance(found, type) or (module, name) in _MAKERS:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong into a cache")


def pack(value: object) -> bytes:
    """The bytes of a value, to stand within sealed ones."""
    return pickle.dumps(value, protocol=5)


def unpack(packed: bytes | memoryview) -> object:
    """The value of bytes that `pack` made. Raises UnpicklingError for what does not belong into a cache."""
    return _Reader(io.BytesIO(packed)).load()


def seal(value: object) -> bytes:
    """The bytes of a value, with what tells whether they are whole."""
    content = pack(value)
    return _MAGIC + crc32(content).to_bytes(_SEAL, "big") + content


def unseal(sealed: bytes) -> object:
    """The value of bytes that `seal` made. Raises ValueError for any others."""
    start = len(_MAGIC) + _SEAL
    content = memoryview(sealed)[start:]
    if sealed[: len(_MAGIC)] != _MAGIC or crc32(content).to_bytes(_SEAL, "big") != sealed[len(_MAGIC) : start]:
        raise ValueError("not as it was written")
    try:
        return unpack(content)
    except Exception as problem:  # bytes of another version can fail in any way; none of them may be used
        raise ValueError("of another version") from problem
