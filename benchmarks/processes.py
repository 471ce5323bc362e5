"""A command of Isnad in a process of its own: how long it takes by the clock and by the processor, its peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

_RUN: Final = "from isnad.cli import main; main()"


class Ran(Struct, frozen=True, kw_only=True):
    """What a process took: seconds by the clock and of processor time, and the most MiB it held."""

    wall: float
    cpu: float
    peak: float


def run_isnad(*arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """Run the command line; what it prints is not kept. Raises RuntimeError where it fails."""
    begun = time.perf_counter()
    command = [sys.executable, "-c", _RUN, *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"isnad {' '.join(arguments)}: exit status {process.returncode}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Ran(wall=time.perf_counter() - begun, cpu=used.ru_utime + used.ru_stime, peak=used.ru_maxrss / unit)
