from collections.abc import Mapping
from typing import BinaryIO

from matplotlib.axes import Axes

class Figure:
    def __init__(self, *, figsize: tuple[float, float], facecolor: str) -> None: ...
    def add_axes(self, rect: tuple[float, float, float, float]) -> Axes: ...
    def get_size_inches(self) -> tuple[float, float]: ...
    def text(
        self,
        x: float,
        y: float,
        s: str,
        *,
        color: str,
        fontsize: float,
        fontweight: str = "normal",
        verticalalignment: str = "baseline",
    ) -> object: ...
    def savefig(
        self, fname: BinaryIO, *, format: str, dpi: float = 100, metadata: Mapping[str, str | None] | None = None
    ) -> None: ...
