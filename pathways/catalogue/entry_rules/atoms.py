"""The tests an entry rule is made of. `str(atom)` is its one written form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CourseGrade = Literal["Pass", "Merit", "Distinction", "Distinction*"]
COURSE_GRADES: tuple[CourseGrade, ...] = ("Pass", "Merit", "Distinction", "Distinction*")
ENTRY_GRADES = ("Pass", "E1", "E2", "E3")
SKILLS_LEVELS = ("E1", "E2", "E3", "L1", "L2")
# What a person at the provider looks at: no grade can settle it.
PERSON_STEPS = (
    "interview",
    "audition",
    "portfolio",
    "DBS",
    "reference",
    "assessment",
    "entry test",
    "practical task",
    "trial day",
    "medical check",
)


@dataclass(frozen=True, slots=True)
class Grade:
    """A GCSE at a grade or above: `Maths@6`."""

    subject: str
    grade: int

    def __str__(self) -> str:
        return f"{self.subject}@{self.grade}"


@dataclass(frozen=True, slots=True)
class Pair:
    """Combined Science with both grades at least these: `Combined Science@6-5`."""

    higher: int
    lower: int

    def __str__(self) -> str:
        return f"Combined Science@{self.higher}-{self.lower}"


@dataclass(frozen=True, slots=True)
class Count:
    """So many GCSEs, or separate ones of a group, at a grade: `5 GCSE@4 including Maths@4`."""

    number: int
    of: str
    grade: int
    including: tuple[Grade | Pair, ...] = ()

    def __str__(self) -> str:
        base = f"{self.number} {self.of}@{self.grade}"
        return base + (
            f" including {', '.join(map(str, self.including))}" if self.including else ""
        )


@dataclass(frozen=True, slots=True)
class Average:
    """The mean grade over all GCSEs: `average@5.5`."""

    points: float

    def __str__(self) -> str:
        return f"average@{self.points:g}"


@dataclass(frozen=True, slots=True)
class BestOf:
    """The sum of the best so many grades: `best8@48`."""

    number: int
    points: float

    def __str__(self) -> str:
        return f"best{self.number}@{self.points:g}"


@dataclass(frozen=True, slots=True)
class Course:
    """A level 1 or 2 course at a grade, "Diploma" for any: `L2 Business@Merit`."""

    level: int
    subject: str
    grade: CourseGrade

    def __str__(self) -> str:
        return f"L{self.level} {self.subject}@{self.grade}"


@dataclass(frozen=True, slots=True)
class EntryLevel:
    """Entry level, or working at it: `Entry Level@Pass`, `Entry Level English@E1`."""

    subject: str
    grade: str

    def __str__(self) -> str:
        return f"Entry Level {self.subject}@{self.grade}".replace(" @", "@")


@dataclass(frozen=True, slots=True)
class FunctionalSkills:
    """Functional skills at a level: `FS English@L2`."""

    subject: str
    level: str

    def __str__(self) -> str:
        return f"FS {self.subject}@{self.level}"


@dataclass(frozen=True, slots=True)
class MusicExam:
    """A graded music exam of any board: `ABRSM@5`."""

    grade: int

    def __str__(self) -> str:
        return f"ABRSM@{self.grade}"


@dataclass(frozen=True, slots=True)
class EhcPlan:
    """Has an Education, Health and Care plan."""

    def __str__(self) -> str:
        return "EHCP"


@dataclass(frozen=True, slots=True)
class PersonStep:
    """Something that a person judges: `interview`."""

    step: str

    def __str__(self) -> str:
        return self.step


@dataclass(frozen=True, slots=True)
class OpenToAll:
    """No grade asked."""

    def __str__(self) -> str:
        return "none"


@dataclass(frozen=True, slots=True)
class IfTaken:
    """Asked of those who took that GCSE or course: `Economics@6 (if taken)`."""

    of: Grade | Pair | Course

    def __str__(self) -> str:
        return f"{self.of} (if taken)"


@dataclass(frozen=True, slots=True)
class Unread:
    """A published rule that this program could not read. Never written by the parser."""

    text: str

    def __str__(self) -> str:
        return self.text


Atom = (
    Grade
    | Pair
    | Count
    | Average
    | BestOf
    | Course
    | EntryLevel
    | FunctionalSkills
    | MusicExam
    | EhcPlan
    | PersonStep
    | OpenToAll
    | IfTaken
    | Unread
)
