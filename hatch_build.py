"""Compiles `kotowari.extension._compiled`, which decides at speed, where there is a compiler for C.

What it does, Python does as well, in more time. Without a compiler the package is built without it, and says so.
`KOTOWARI_EXTENSION` in the environment says what is wanted: `required` makes that an error, `off` does not compile.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from setuptools import Distribution, Extension
from setuptools.errors import BaseError, CCompilerError, CompileError, LinkError

FOLDER = "policy/kotowari/extension"
NAME = "kotowari.extension._compiled"
WANTED = ("wanted", "required", "off")


class CustomBuildHook(BuildHookInterface):
    """Compiles the extension for a wheel, or into the checkout where that is installed as it stands."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Add the compiled extension to what is built."""
        wanted = os.environ.get("KOTOWARI_EXTENSION", WANTED[0])
        if wanted not in WANTED:
            sys.exit(f"KOTOWARI_EXTENSION is {wanted!r}; it can be {', '.join(WANTED)}")
        root = Path(self.root)
        if version == "editable":
            for stale in (root / FOLDER).glob("_compiled.*.so"):
                stale.unlink()
        if wanted == "off":
            return
        self.folder = TemporaryDirectory()
        made = compiled(root, Path(self.folder.name), required=wanted == "required")
        if made is None:
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        if version == "editable":
            shutil.copy(made, root / FOLDER / made.name)
        else:
            build_data["force_include"] = {str(made): f"kotowari/extension/{made.name}"}

    def finalize(self, version: str, build_data: dict[str, object], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was compiled by the way."""
        if hasattr(self, "folder"):
            self.folder.cleanup()


def compiled(root: Path, folder: Path, *, required: bool) -> Path | None:
    """The extension, compiled into a folder; None where that cannot be done and is not `required`."""
    # Names within the checkout, so that the same comes out wherever that is.
    sources = sorted(path.relative_to(root).as_posix() for path in (root / FOLDER).glob("*.c"))
    extension = Extension(NAME, sources, extra_compile_args=["-O3", "-g0"])
    command = Distribution({"ext_modules": [extension]}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
    try:
        with chdir(root):
            command.ensure_finalized()
            command.run()
    except (BaseError, CCompilerError, CompileError, LinkError, OSError) as error:
        if required:
            raise
        print(f"kotowari is not compiled, and takes longer to decide: {error}", file=sys.stderr)  # noqa: T201
        return None
    return next((folder / "lib" / "kotowari" / "extension").glob("_compiled.*"))
