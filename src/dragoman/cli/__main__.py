"""``python -m dragoman.cli``."""

from __future__ import annotations

import sys

from dragoman.cli.main import main

sys.exit(main())
