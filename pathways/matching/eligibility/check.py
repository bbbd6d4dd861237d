"""One test of an entry rule against one learner's results.

Every test answers with a `Check`: how near it is at worst and at best (see `state`), what the
learner holds, and by how much it falls short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import ceil
from typing import Any, Literal

from pathways.catalogue.entry_rules.atoms import (
    COURSE_GRADES,
    Atom,
    Average,
    BestOf,
    Count,
    Course,
    EhcPlan,
    EntryLevel,
    FunctionalSkills,
    Grade,
    IfTaken,
    MusicExam,
    OpenToAll,
    Pair,
    PersonStep,
    Unread,
)
from pathways.catalogue.entry_rules.vocabulary import ANY_COURSE, COMBINED, Meaning, vocabulary
from pathways.guidance import ClauseState
from pathways.learner.record import Held
from pathways.matching.eligibility.ladder import (
    COURSE_SCALE,
    MUSIC,
    course_place,
    ladder,
    music_grade,
    steps_until,
)
from pathways.matching.eligibility.results import Results
from pathways.matching.eligibility.state import FAR, HELD, ONE_SHORT, PERSON

Unit = Literal["grade", "gcse", ""]
_WORKING_LEVELS = ("U", "E1", "E2", "E3", "L1", "L2")
_CLOSE = 1e-9  # averages are quotients of small numbers


@dataclass(frozen=True, slots=True)
class Check:
    """How one test stands. `short_by` counts from the best that missing grades allow."""

    atom: Atom
    floor: int
    ceiling: int
    state: ClauseState
    has: str = ""
    short_by: int | None = None
    short_unit: Unit = ""
    predicted: bool = False


def check(atom: Atom, results: Results) -> Check:
    """Check any test: the one place that knows which function answers which kind."""
    return _CHECKS[type(atom)](atom, results)


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
    wanted = COURSE_SCALE.index(_course_text(atom))
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


def _rank(short: int | None) -> int:
    if short is None or short > 1:
        return FAR
    return ONE_SHORT if short else HELD


def _check(
    atom: Atom,
    short: int | None,
    *,
    best_short: int | Literal["same"] | None = "same",
    unit: Unit = "grade",
    has: str = "",
    predicted: bool = False,
    unclear: bool = False,
) -> Check:
    """A check from how much is short now, and at best once missing grades are known."""
    best = short if best_short == "same" else best_short
    floor, ceiling = _rank(short), HELD if unclear else _rank(best)
    state: ClauseState = "short"
    if floor == HELD:
        state = "held"
    elif unclear:
        state = "person"
    elif ceiling == HELD:
        state = "missing"
    short_by = best if state == "short" else None
    named: Unit = unit if short_by is not None else ""
    return Check(atom, floor, ceiling, state, has, short_by, named, predicted)


def _nearest(
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


def _grade(atom: Grade, results: Results) -> Check:
    meaning = meaning_of(atom.subject)
    held_ones = [held for held in results.gcses if takes(atom, held)]
    short, held = _nearest(held_ones, lambda at: max(at.points) >= atom.grade)
    return _check(
        atom,
        short,
        best_short=0 if results.might_hold(meaning) else "same",
        has=f"{held.subject} {held.grade}" if held else "",
        predicted=bool(held and held.predicted),
        unclear=results.is_unclear(meaning),
    )


def _pair(atom: Pair, results: Results) -> Check:
    meaning = meaning_of(COMBINED)
    held_ones = [held for held in results.gcses if takes(atom, held)]
    short, held = _nearest(held_ones, lambda at: reaches(atom, at))
    return _check(
        atom,
        short,
        best_short=0 if results.might_hold(meaning) else "same",
        has=f"{held.subject} {held.grade}" if held else "",
        predicted=bool(held and held.predicted),
        unclear=results.is_unclear(meaning),
    )


def _count(atom: Count, results: Results) -> Check:
    extra: float
    if atom.of == "GCSE":
        extra = results.extra_gcses
    else:
        meaning = meaning_of(atom.of)
        extra = results.unknown_in(meaning.expected - {COMBINED})
        extra += len(meaning.subjects & results.missing - meaning.expected)
        extra += results.is_unclear(meaning)
    total = sum(counted(atom, held) for held in results.gcses)
    named = [check(each, results) for each in atom.including]
    shorts = [_steps_short(each, results) for each in atom.including]
    lifted = sum(_lift(atom, each, results) for each in atom.including)
    floor = _together(atom.number - total - lifted, shorts)
    best = [0 if c.ceiling == HELD else s for c, s in zip(named, shorts, strict=True)]
    ceiling = _together(max(0, atom.number - total - lifted - extra), best)
    actual = sum(counted(atom, held) for held in results.gcses if not held.predicted)
    below = [each.has for each in named if each.floor != HELD and each.has]
    grades = [s for s in best if s]
    others = atom.number - total - lifted - extra > 0
    return _check(
        atom,
        floor,
        best_short=ceiling,
        unit="gcse" if not grades else "" if others else "grade",
        has="; ".join([str(total), *below]),
        predicted=actual < min(total, atom.number) or any(each.predicted for each in named),
    )


def _together(gcses: float, grades: list[int | None]) -> int | None:
    """GCSEs and grade steps short in total; None where a named GCSE is not held at all."""
    steps = [step for step in grades if step is not None]
    return None if len(steps) < len(grades) else int(max(0, gcses)) + sum(steps)


def _steps_short(atom: Grade | Pair, results: Results) -> int | None:
    return _nearest_to(atom, results)[0]


def _lift(count: Count, atom: Grade | Pair, results: Results) -> int:
    """How many more GCSEs would count once this named one is raised to what is asked."""
    short, held = _nearest_to(atom, results)
    if not short or held is None:
        return 0
    return counted(count, ladder(held)[short - 1]) - counted(count, held)


def _nearest_to(atom: Grade | Pair, results: Results) -> tuple[int | None, Held | None]:
    return _nearest(
        [held for held in results.gcses if takes(atom, held)], lambda at: reaches(atom, at)
    )


def _average(atom: Average, results: Results) -> Check:
    points = [point for held in results.gcses for point in results.points(held)]
    has = f"{sum(points) / len(points):.2f}".rstrip("0").rstrip(".") if points else ""
    predicted = any(held.predicted for held in results.gcses)
    if not results.all_gcses_known:
        return replace(_check(atom, None, best_short=0, has=has), predicted=predicted)
    needs = atom.points * len(points) - sum(points) if points else float("inf")
    return _check(atom, _points_short(needs, results), has=has, predicted=predicted)


def _points_short(needs: float, results: Results) -> int | None:
    """Grade steps to so many points: exact for one step, rounded up beyond."""
    if needs <= _CLOSE:
        return 0
    gain = max((_one_step(held, results) for held in results.gcses), default=0.0)
    if gain >= needs - _CLOSE:
        return 1
    return max(2, ceil(needs - _CLOSE)) if needs != float("inf") and gain else None


def _one_step(held: Held, results: Results) -> float:
    above = ladder(held)
    return sum(results.points(above[0])) - sum(results.points(held)) if above else 0.0


def _best(atom: BestOf, results: Results) -> Check:
    points = sorted((p for h in results.gcses for p in results.points(h)), reverse=True)
    total = sum(points[: atom.number])
    top = 9.0 if results.point_scale is None else float(results.point_scale.get(9, 9.0))
    extra = min(results.extra_gcses, atom.number)
    possible = sum(sorted([*points, *[top] * int(extra)], reverse=True)[: atom.number])
    if not results.complete:
        possible = max(possible, atom.points)
    short, best = (max(0, ceil(atom.points - reached - _CLOSE)) for reached in (total, possible))
    return _check(
        atom,
        short,
        best_short=best,
        has=f"{total:g}",
        predicted=any(held.predicted for held in results.gcses),
    )


def _course_text(atom: Course) -> str:
    text = f"Level {atom.level} {atom.grade}"
    return text if text in COURSE_SCALE else f"Level {atom.level} {COURSE_GRADES[2]}"


def _course(atom: Course, results: Results) -> Check:
    meaning = course_meaning(atom.subject)
    held_ones = [held for held in results.others if takes(atom, held)]
    unreadable = any(course_place(held) is None for held in held_ones)
    wanted = COURSE_SCALE.index(_course_text(atom))
    small = meaning.name == ANY_COURSE and any(
        held.kind == "vocational" and (course_place(held) or 0) >= wanted
        for held in results.others
        if held.qualification in vocabulary().gcse_sized
    )
    might = not results.complete or not meaning.subjects.isdisjoint(results.missing)
    short, held = _nearest(held_ones, lambda at: reaches(atom, at))
    return _check(
        atom,
        short,
        best_short=0 if might else "same",
        has=f"{held.subject} {held.grade}" if held else "",
        predicted=bool(held and held.predicted),
        unclear=unreadable or small,
    )


def _music(atom: MusicExam, results: Results) -> Check:
    held_ones = [held for held in results.others if takes(atom, held)]
    short, held = _nearest(held_ones, lambda at: reaches(atom, at))
    return _check(
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


def _level(atom: EntryLevel | FunctionalSkills, results: Results) -> Check:
    """Entry level and functional skills: a result of a higher level is enough too."""
    level = "E1" if isinstance(atom, EntryLevel) and atom.grade == "Pass" else _level_name(atom)
    meaning = meaning_of(atom.subject) if atom.subject else None
    held_ones = [
        held
        for held in (*results.gcses, *results.others)
        if meaning is None or _in_subject(meaning, held)
    ]
    best = max(held_ones, key=_working_level, default=None)
    enough = best is not None and _working_level(best) >= _WORKING_LEVELS.index(level)
    might = results.might_hold(meaning) if meaning else bool(results.missing)
    return _check(
        atom,
        0 if enough else None,
        best_short=0 if might or not results.complete else "same",
        has=f"{best.subject} {best.grade}" if best else "",
        predicted=bool(best and best.predicted),
    )


def _in_subject(meaning: Meaning, held: Held) -> bool:
    # Functional skills and entry certificates are called English, not English Language.
    return meaning.takes(held.subject, held.families) or held.subject == meaning.name


def _level_name(atom: EntryLevel | FunctionalSkills) -> str:
    return atom.grade if isinstance(atom, EntryLevel) else atom.level


def _if_taken(atom: IfTaken, results: Results) -> Check:
    inside = atom.of
    if any(takes(inside, held) for held in (*results.gcses, *results.others)):
        return replace(check(inside, results), atom=atom)
    found = check(inside, results)
    if found.ceiling == HELD:  # taken, or not: nobody has said
        return replace(found, atom=atom)
    return _check(atom, 0)


def _plan(atom: EhcPlan, results: Results) -> Check:
    return _check(atom, 0 if results.ehc_plan else None)


def _person(atom: PersonStep, results: Results) -> Check:
    return Check(atom, PERSON, PERSON, "person")


def _open(atom: OpenToAll, results: Results) -> Check:
    return _check(atom, 0)


def _unread(atom: Unread, results: Results) -> Check:
    return Check(atom, FAR, HELD, "person")


_CHECKS: dict[type, Callable[[Any, Results], Check]] = {
    Grade: _grade,
    Pair: _pair,
    Count: _count,
    Average: _average,
    BestOf: _best,
    Course: _course,
    EntryLevel: _level,
    FunctionalSkills: _level,
    MusicExam: _music,
    EhcPlan: _plan,
    PersonStep: _person,
    OpenToAll: _open,
    IfTaken: _if_taken,
    Unread: _unread,
}
