"""Which results a test of a rule is about, and which reach what it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pathways.catalogue.entry_rules.atoms import (
    COURSE_GRADES,
    Count,
    Course,
    Grade,
    MusicExam,
    Pair,
)
from pathways.catalogue.entry_rules.vocabulary import ANY_COURSE, COMBINED, Meaning, vocabulary
from pathways.learner.record import Held
from pathways.matching.eligibility.ladder import (
    COURSE_SCALE,
    MUSIC,
    course_place,
    music_grade,
    steps_until,
)


def meaning_of(name: str) -> Meaning:
    """What a subject name of a parsed rule means."""
    found = vocabulary().subject(name)
    if found is None:
        raise KeyError(f"{name} is not in entry_subjects.yaml or gcse_subjects.csv")
    return found


def course_meaning(name: str) -> Meaning:
    """What a course name of a parsed rule means."""
    found = vocabulary().course(name)
    if found is None:
        raise KeyError(f"{name} is not in entry_subjects.yaml or gcse_subjects.csv")
    return found


def reaches(atom: Grade | Pair | Course | MusicExam, held: Held) -> bool:
    """Whether this result alone is one that the test takes, at the grade it asks."""
    if isinstance(atom, Grade):
        return takes(atom, held) and max(held.points) >= atom.grade
    if isinstance(atom, Pair):
        return takes(atom, held) and (
            max(held.points) >= atom.higher and min(held.points) >= atom.lower
        )
    if isinstance(atom, MusicExam):
        return takes(atom, held) and (music_grade(held) or 0) >= atom.grade
    place = course_place(held)
    wanted = COURSE_SCALE.index(course_text(atom))
    return takes(atom, held) and place is not None and place >= wanted


def takes(atom: Grade | Pair | Course | MusicExam, held: Held) -> bool:
    """Whether this result is of the subject and kind that the test is about."""
    if isinstance(atom, MusicExam):
        return held.qualification == MUSIC
    if isinstance(atom, Course):
        meaning = course_meaning(atom.subject)
        anyone = meaning.name == ANY_COURSE and held.qualification not in vocabulary().gcse_sized
        return held.kind == "vocational" and (anyone or meaning.takes(held.subject, held.families))
    if not held.points:
        return False
    if isinstance(atom, Pair):
        return held.subject == COMBINED and len(held.points) == 2
    return meaning_of(atom.subject).takes(held.subject, held.families)


def counted(atom: Count, held: Held) -> int:
    """How many GCSEs at the grade this result is: Combined Science is two, or one where it is 4-3."""
    if atom.of != "GCSE":
        separate = held.kind == "gcse" and meaning_of(atom.of).takes(held.subject, held.families)
        return int(separate and max(held.points, default=0) >= atom.grade)
    return sum(point >= atom.grade for point in held.points)


def nearest(
    candidates: Iterable[Held], enough: Callable[[Held], bool]
) -> tuple[int | None, Held | None]:
    """The result that needs the fewest steps; among those an actual grade, and the highest."""
    ranked = [(steps_until(held, enough), held) for held in candidates]
    if not ranked:
        return None, None
    return min(
        ranked,
        key=lambda each: (
            float("inf") if each[0] is None else each[0],
            each[1].predicted,
            -sum(each[1].points),
        ),
    )


def course_text(atom: Course) -> str:
    """The place on the course scale that a test asks for."""
    text = f"Level {atom.level} {atom.grade}"
    return text if text in COURSE_SCALE else f"Level {atom.level} {COURSE_GRADES[2]}"
