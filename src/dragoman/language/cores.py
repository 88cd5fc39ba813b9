"""How many cores a model may compute on."""

import os
from pathlib import Path
from typing import Final

from dragoman.errors import LanguageError

_CGROUP: Final = Path("/sys/fs/cgroup")


def wanted(threads: int | None) -> int:
    """How many threads to compute on: as told, else one for each core that this process may use.

    Raises:
        LanguageError: fewer than one is asked for.
    """
    if threads is None:
        return usable()
    if threads < 1:
        raise LanguageError(f"threads={threads}: give 1 or more, or None for all cores that this process may use")
    return threads


def usable(cgroup: Path = _CGROUP) -> int:
    """The cores that this process may use: those it is bound to, and no more than its container's share of time amounts to.

    Args:
        cgroup: where Linux tells of control groups; of the second kind (``cpu.max``) or the first (``cpu.cfs_quota_us``).
    """
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    share = _share(cgroup)
    return max(1, min(bound, round(share))) if share else bound


def _share(cgroup: Path) -> float | None:
    """The share of time as a number of cores, None where it is unlimited or not told."""
    try:
        if (one := cgroup / "cpu.max").is_file():
            quota, period = one.read_text().split()
        else:
            quota, period = ((cgroup / "cpu" / f"cpu.cfs_{name}_us").read_text() for name in ("quota", "period"))
        share = float(quota) / float(period)
    except (OSError, ValueError, ZeroDivisionError):  # no control groups here, or "max"
        return None
    return share if share > 0 else None
