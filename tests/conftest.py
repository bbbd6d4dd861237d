"""What every test shares."""

from __future__ import annotations

from hypothesis import settings

# A loaded machine is slow now and then; the examples matter, not their milliseconds.
settings.register_profile("pathways", deadline=None)
settings.load_profile("pathways")
