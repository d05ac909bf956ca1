"""The bundle that the workshop's tools are tried with."""

from __future__ import annotations

from tests.booth.conftest import sample as sample
