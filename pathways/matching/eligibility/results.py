"""A learner's results laid out for checking: each subject once, and what is not known yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pathways.catalogue.entry_rules.vocabulary import COMBINED, Meaning, vocabulary
from pathways.learner.record import Held, Record


@dataclass(frozen=True, slots=True)
class Results:
    """What a rule is checked against.

    `gcses` hold points, the best result of each subject. `unclear` may stand for a GCSE but a
    person must read them. `point_scale` is a provider's own points for each grade, if it has one.
    """

    gcses: tuple[Held, ...]
    others: tuple[Held, ...]
    unclear: tuple[Held, ...]
    missing: frozenset[str]
    listed: frozenset[str]
    complete: bool
    ehc_plan: bool
    point_scale: Mapping[int, float] | None = None

    @property
    def all_gcses_known(self) -> bool:
        """Whether no GCSE grade is missing, unlisted or unclear."""
        return self.complete and not self.missing and not self.unclear

    def might_hold(self, meaning: Meaning) -> bool:
        """Whether a grade not known yet could be one that this name means."""
        if not meaning.subjects.isdisjoint(self.missing):
            return True
        # A name for one subject is settled by any GCSE that it takes: nobody has Maths twice.
        if self.complete or (not meaning.group and not meaning.subjects.isdisjoint(self.listed)):
            return False
        return any(self._unlisted(s) for s in meaning.expected)

    def is_unclear(self, meaning: Meaning) -> bool:
        """Whether a result that a person must read could be one that this name means."""
        return any(meaning.takes(held.subject, held.families) for held in self.unclear)

    def unknown_in(self, subjects: frozenset[str]) -> int:
        """How many of these subjects could have a grade not known yet."""
        unlisted = 0 if self.complete else sum(self._unlisted(s) for s in subjects - self.missing)
        return len(subjects & self.missing) + unlisted

    @property
    def extra_gcses(self) -> float:
        """The most GCSEs that could be added to those held, without end unless all are listed."""
        if not self.complete:
            return float("inf")
        return sum(2 if s == COMBINED else 1 for s in self.missing) + 2 * len(self.unclear)

    def points(self, held: Held) -> tuple[float, ...]:
        """The points of a result, on the provider's own scale if there is one."""
        if self.point_scale is None:
            return held.points
        return tuple(float(self.point_scale.get(int(p), 0.0)) for p in held.points)

    def replacing(self, changed: Mapping[Held, Held]) -> Results:
        """The same results with some grades changed."""
        return replace(
            self,
            gcses=tuple(changed.get(held, held) for held in self.gcses),
            others=tuple(changed.get(held, held) for held in self.others),
        )

    def _unlisted(self, subject: str) -> bool:
        if subject in self.listed:
            return False
        instead = vocabulary().apart.get(subject)
        return instead is None or instead.isdisjoint(self.listed)


def results_of(
    record: Record, *, ehc_plan: bool, point_scale: Mapping[int, float] | None = None
) -> Results:
    """Lay out a record; where a subject has two results, the better counts."""
    best: dict[str, Held] = {}
    others: list[Held] = []
    unclear: list[Held] = []
    for held in record.held:
        if held.kind in ("gcse", "combined_science"):
            if not held.points:
                unclear.append(held)
            elif held.subject not in best or _order(held) > _order(best[held.subject]):
                best[held.subject] = held
        elif held.kind == "other" and held.qualification in vocabulary().instead_of_gcse:
            unclear.append(held)
        else:
            others.append(held)
    return Results(
        gcses=tuple(best.values()),
        others=tuple(dict.fromkeys(others)),
        unclear=tuple(unclear),
        missing=record.missing - record.not_taken,
        listed=frozenset({*best, *(h.subject for h in unclear)})
        | record.missing
        | record.not_taken,
        complete=record.complete,
        ehc_plan=ehc_plan,
        point_scale=point_scale,
    )


def _order(held: Held) -> tuple[float, bool]:
    return sum(held.points), not held.predicted
