"""What the score may see: what is taught and how far it is, and nothing of who teaches it.

These are all the columns there are. `tests/matching/test_blindness.py` holds the list, so that a
column cannot be added without somebody deciding that it says nothing about the institution.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int32]
Keys = npt.NDArray[np.uint64]
States = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Courses:
    """The words of each distinct course."""

    subject: tuple[str, ...]
    field: tuple[str, ...]
    route: tuple[str, ...]
    qualification: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The scorer's input: `interest` per course (0 to 1), `course` and `minutes` per offer.

    `course` points into `courses` and `interest`. NaN is not known.
    """

    courses: Courses
    interest: Floats
    course: Codes
    minutes: Floats
