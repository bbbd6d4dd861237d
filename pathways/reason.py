"""A reason as data: a code that never changes and the values its sentence needs.

The sentence itself lives in `pathways/words`, so that the same reason can be
shown, read aloud, printed, translated and tested.
"""

from __future__ import annotations

from dataclasses import dataclass

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: `code` is public and stable, `values` fill the sentence."""

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, code: str, **values: Value) -> Reason:
        """Make a reason from keyword values, in a fixed order."""
        return cls(code, tuple(sorted(values.items())))

    def as_dict(self) -> dict[str, Value]:
        """The values as a mapping, for filling a sentence."""
        return dict(self.values)
