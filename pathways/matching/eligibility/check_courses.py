"""Tests of results that are not GCSEs: courses, music exams, entry level, functional skills."""

from __future__ import annotations

from pathways.catalogue.entry_rules.atoms import Course, EntryLevel, FunctionalSkills, MusicExam
from pathways.catalogue.entry_rules.vocabulary import ANY_COURSE, Meaning, vocabulary
from pathways.learner.record import Held
from pathways.matching.eligibility.ladder import COURSE_SCALE, MUSIC, course_place
from pathways.matching.eligibility.results import Results
from pathways.matching.eligibility.standing import Check, standing
from pathways.matching.eligibility.takes import (
    course_meaning,
    course_text,
    meaning_of,
    nearest,
    reaches,
    takes,
)

_WORKING_LEVELS = ("U", "E1", "E2", "E3", "L1", "L2")


def check_course(atom: Course, results: Results) -> Check:
    """A level 1 or 2 course at a grade."""
    meaning = course_meaning(atom.subject)
    held_ones = [held for held in results.others if takes(atom, held)]
    unreadable = any(course_place(held) is None for held in held_ones)
    wanted = COURSE_SCALE.index(course_text(atom))
    small = meaning.name == ANY_COURSE and any(
        held.kind == "vocational" and (course_place(held) or 0) >= wanted
        for held in results.others
        if held.qualification in vocabulary().gcse_sized
    )
    might = not results.complete or not meaning.subjects.isdisjoint(results.missing)
    short, held = nearest(held_ones, lambda at: reaches(atom, at))
    return standing(
        atom,
        short,
        best_short=0 if might else "same",
        has=f"{held.subject} {held.grade}" if held else "",
        predicted=bool(held and held.predicted),
        unclear=unreadable or small,
    )


def check_music(atom: MusicExam, results: Results) -> Check:
    """A graded music exam."""
    held_ones = [held for held in results.others if takes(atom, held)]
    short, held = nearest(held_ones, lambda at: reaches(atom, at))
    return standing(
        atom,
        short,
        best_short="same" if results.complete else 0,
        has=f"{held.subject} {held.grade}" if held else "",
        predicted=bool(held and held.predicted),
    )


def _working_level(held: Held) -> int:
    """The level a result stands for, on E1 to L2: a GCSE is level 1 from grade 1, level 2 from 4."""
    if held.points:
        return 5 if max(held.points) >= 4 else 4 if max(held.points) >= 1 else 0
    if held.qualification == MUSIC or held.grade in ("U", ""):
        return 0
    if held.level > 0:
        return 3 + min(held.level, 2)
    digits = [c for c in held.grade if c in "123"]
    return int(digits[0]) if digits else 1


def check_level(atom: EntryLevel | FunctionalSkills, results: Results) -> Check:
    """Entry level and functional skills: a result of a higher level is enough too."""
    level = "E1" if isinstance(atom, EntryLevel) and atom.grade == "Pass" else _level_name(atom)
    meaning = meaning_of(atom.subject) if atom.subject else None
    held_ones = [
        held
        for held in (*results.gcses, *results.others)
        if meaning is None or in_subject(meaning, held)
    ]
    best = max(held_ones, key=_working_level, default=None)
    enough = best is not None and _working_level(best) >= _WORKING_LEVELS.index(level)
    might = results.might_hold(meaning) if meaning else bool(results.missing)
    return standing(
        atom,
        0 if enough else None,
        best_short=0 if might or not results.complete else "same",
        has=f"{best.subject} {best.grade}" if best else "",
        predicted=bool(best and best.predicted),
    )


def in_subject(meaning: Meaning, held: Held) -> bool:
    """Whether a result is in a subject that a level of it may be asked in."""
    # Functional skills and entry certificates are called English, not English Language.
    return meaning.takes(held.subject, held.families) or held.subject == meaning.name


def _level_name(atom: EntryLevel | FunctionalSkills) -> str:
    return atom.grade if isinstance(atom, EntryLevel) else atom.level
