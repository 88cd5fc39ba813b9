"""Many reports at once, on the processors of this machine."""

from __future__ import annotations

from dragoman.batch.pool import read_in_parallel

__all__ = ["read_in_parallel"]
