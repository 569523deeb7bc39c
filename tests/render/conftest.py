"""No compiled template is kept between tests unless a test asks for a cache of its own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANAHAT_CACHE", "off")
