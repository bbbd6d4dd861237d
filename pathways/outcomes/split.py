"""One random half of the students to learn from, the other to be measured on."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

import numpy as np

from pathways.outcomes.bands import BANDS, Floats
from pathways.outcomes.counts import Counts
from pathways.outcomes.fit import fit
from pathways.outcomes.likelihood import Likelihood
from pathways.outcomes.lookup import look_up

Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Split:
    """Cells (course x band) with held-out students.

    `tested`, `model` and `look_up` have shape cells x grades; `whole` counts both halves of a
    cell, `of_course` both halves of its whole course.
    """

    counts: Counts
    tested: Floats
    model: Floats
    look_up: Floats
    whole: Floats
    of_course: Floats

    @property
    def cells(self) -> int:
        """How many cells have held-out students."""
        return len(self.tested)

    def only(self, here: Flags) -> Split:
        """The same for some of the cells."""
        return replace(
            self,
            tested=self.tested[here],
            model=self.model[here],
            look_up=self.look_up[here],
            whole=self.whole[here],
            of_course=self.of_course[here],
        )


def split_in_half(counts: Counts, *, seed: int) -> Split:
    """Each student falls in one half or the other by the toss of a coin; the same for a same seed."""
    name = "/".join([counts.qualification, *counts.grades])
    rng = np.random.default_rng([seed, zlib.crc32(name.encode())])
    learned = rng.binomial(counts.students.astype(np.int64), 0.5).astype(float)
    tested = counts.students - learned
    flat = (-1, len(counts.grades))
    kept = tested.sum(axis=2).ravel() > 0
    return Split(
        counts=counts,
        tested=tested.reshape(flat)[kept],
        model=Likelihood.of(learned).band_shares(fit(learned)).reshape(flat)[kept],
        look_up=look_up(learned).reshape(flat)[kept],
        whole=counts.students.sum(axis=2).ravel()[kept],
        of_course=np.repeat(counts.students.sum(axis=(1, 2)), len(BANDS))[kept],
    )
