"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"

# No test measures time, so a slow machine fails none. In CI (`CI` is set) Hypothesis is deterministic by itself.
settings.register_profile("kotowari", settings(), deadline=None)
settings.load_profile("kotowari")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files, to be read as a diff")


@pytest.fixture(scope="session")
def update(pytestconfig: pytest.Config) -> bool:
    """Whether golden files are to be rewritten rather than compared."""
    return bool(pytestconfig.getoption("--update"))


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the checkout, with data that is not the project's to ship; without it, a skip."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder `shared` beside the checkout, with data that the project does not ship")
    return SHARED
