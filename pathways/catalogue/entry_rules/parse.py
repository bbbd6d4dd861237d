"""Typed text to an entry rule: `parse("5 GCSE@4; Maths@6 or interview")`.

    rule    clause (";" clause)*
    clause  atom (" or " atom)*
    atom    one of the shapes of atoms.py, some with " (if taken)" after them

What does not parse is a `RuleError` with the column and the nearest valid form.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from pathways.catalogue.entry_rules.atoms import (
    COURSE_GRADES,
    ENTRY_GRADES,
    PERSON_STEPS,
    SKILLS_LEVELS,
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
)
from pathways.catalogue.entry_rules.hints import (
    nearest_name,
    nearest_of,
    nearest_shape,
    number_for,
)
from pathways.catalogue.entry_rules.rule import AnyOf, Rule
from pathways.catalogue.entry_rules.vocabulary import ANY_COURSE, COMBINED, Meaning, vocabulary
from pathways.errors import RuleError

_IF_TAKEN = re.compile(r"\s*\(\s*if\s+taken\s*\)$", re.IGNORECASE)
_SEMICOLON = re.compile(";")
_OR = re.compile(r"(?:^|\s+)or(?:\s+|$)", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+(?=[^,@]*@)", re.IGNORECASE)
_MOST_GCSES = 20
_MOST_POINTS_EACH = 12  # some providers score a 9 above 9


def parse(text: str) -> Rule:
    """The rule that `text` says; raises `RuleError` where it is not in the rule form."""
    if not text.strip():
        raise RuleError(
            "An entry rule is empty.",
            where="column 1",
            do='Write what is asked, or "none" if no grade is asked.',
        )
    parts = _pieces(text, _SEMICOLON, 1)
    for part, column in parts:
        if not part:
            asked = "; ".join(kept for kept, _ in parts if kept) or "none"
            _fail("Nothing is asked on one side of a semicolon.", column, asked)
    return Rule(tuple(_clause(part, column) for part, column in parts))


def _pieces(text: str, at: re.Pattern[str], column: int) -> list[tuple[str, int]]:
    """The parts of `text` between separators, trimmed, each with the column it starts in."""
    found, start = [], 0
    ends = [(m.start(), m.end()) for m in at.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        part = text[start:end]
        found.append((part.strip(), column + start + len(part) - len(part.lstrip())))
        start = following
    return found


def _clause(text: str, column: int) -> AnyOf:
    parts = _pieces(text, _OR, column)
    atoms = tuple(_atom(part, start) for part, start in parts)
    if len(atoms) > 1 and OpenToAll() in atoms:
        _fail('"none" cannot be one of several choices.', column, "none")
    for index, atom in enumerate(atoms[:-1]):
        after = atoms[index + 1]
        if isinstance(atom, Count) and atom.including and isinstance(after, Grade | Pair):
            # "including English@4 or Maths@4" would quietly mean "or Maths alone".
            choices = f"{atom.including[-1]} or {after}"
            plain = Count(atom.number, atom.of, atom.grade, atom.including[:-1])
            _fail(
                '"or" after "including" can be read two ways.',
                parts[index][1],
                f"{plain}; {choices}",
            )
    return AnyOf(atoms)


def _atom(text: str, column: int) -> Atom:
    bare = _IF_TAKEN.sub("", text)
    if not bare:
        _fail('A choice beside "or" is empty.', column, "Maths@4 or English@4")
    atom = _bare(bare, column)
    if bare == text:
        return atom
    if not isinstance(atom, Grade | Pair | Course):
        _fail('"(if taken)" needs one GCSE or course before it.', column, "Economics@6 (if taken)")
    return IfTaken(atom)


def _bare(text: str, column: int) -> Atom:
    for shape, read in _SHAPES:
        match = shape.fullmatch(text)
        if match:
            return read(match, column)
    word = _one_of(text, PERSON_STEPS)
    if word:
        return PersonStep(word)
    return _fail(f'"{text}" is not something a rule can ask.', column, nearest_shape(text))


def _grade(match: re.Match[str], column: int) -> Grade | Pair:
    name, grade = match["name"].strip(), match["grade"]
    if re.fullmatch(r"\d+(\s+\S.*)", name):
        _fail(f'"{name}" is not something that can be counted.', column, f"5 GCSE@{grade}")
    if "gcse" in name.casefold() and vocabulary().subject(name) is None:
        _fail(f'"{name}" is not a number of GCSEs.', column, nearest_shape(f"{name}@{grade}"))
    meaning = _subject(name, column)
    if meaning.name == COMBINED:
        _fail(f"{COMBINED} needs both grades.", column, f"{COMBINED}@{grade}-{grade}")
    return Grade(meaning.name, _number(grade, column + match.start("grade"), name))


def _pair(match: re.Match[str], column: int) -> Pair:
    meaning = _subject(match["name"], column)
    if meaning.name not in (COMBINED, "Science"):
        first = match["one"]
        _fail(f"{meaning.name} has one grade.", column, f"{meaning.name}@{first}")
    at = column + match.start("one")
    grades = sorted((int(match["one"]), int(match["two"])), reverse=True)
    if not 1 <= grades[1] <= grades[0] <= 9 or grades[0] - grades[1] > 1:
        _fail(
            "The two grades of Combined Science are 9 to 1, the same or next to each other.",
            at,
            f"{COMBINED}@6-6",
        )
    return Pair(grades[0], grades[1])


def _count(match: re.Match[str], column: int) -> Count:
    number = int(match["n"])
    grade = _number(match["grade"], column + match.start("grade"), f"{number} {match['of']}")
    if not 1 <= number <= _MOST_GCSES:
        _fail(f"{number} GCSEs is not a number a rule can ask for.", column, f"5 GCSE@{grade}")
    of = "GCSE"
    if not re.fullmatch(r"gcses?(\s+grades?)?", match["of"], re.IGNORECASE):
        meaning = vocabulary().subject(match["of"])
        if meaning is None or not meaning.group:
            name = meaning.name if meaning else match["of"]
            _fail(
                f'"{name}" is not a group of subjects to count.', column, f"{number} GCSE@{grade}"
            )
        of = meaning.name
    return Count(number, of, grade, _including(match, column, grade))


def _including(match: re.Match[str], column: int, grade: int) -> tuple[Grade | Pair, ...]:
    if match["named"] is None:
        return ()
    named: list[Grade | Pair] = []
    for part, start in _pieces(match["named"], _COMMA, column + match.start("named")):
        atom = _bare(part, start) if part else _fail("A named GCSE is empty.", start, "Maths@4")
        if not isinstance(atom, Grade | Pair):
            _fail(f'"{part}" is not one GCSE at a grade.', start, "5 GCSE@4 including Maths@4")
        if (atom.grade if isinstance(atom, Grade) else atom.lower) < grade:
            base = f"{match['n']} {match['of']}@{grade}"
            _fail(f"{atom} cannot be among GCSEs at grade {grade}.", start, f"{base}; {atom}")
        named.append(atom)
    return tuple(named)


def _average(match: re.Match[str], column: int) -> Average:
    points = float(match["points"])
    if not 0 < points <= 9:
        _fail("An average grade is between 1 and 9.", column + match.start("points"), "average@5.5")
    return Average(points)


def _best(match: re.Match[str], column: int) -> BestOf:
    number, points = int(match["n"]), float(match["points"])
    if not 1 <= number <= _MOST_GCSES or not 0 < points <= number * _MOST_POINTS_EACH:
        _fail("That total cannot be reached with that many grades.", column, "best8@48")
    return BestOf(number, points)


def _course(match: re.Match[str], column: int) -> Course:
    grade = _one_of(match["grade"].replace("D*", "Distinction*"), COURSE_GRADES)
    if grade is None:
        near = nearest_of(match["grade"], COURSE_GRADES) or "Merit"
        shape = f"L{match['level']} {match['name']}@{near}"
        _fail(f'"{match["grade"]}" is not a course grade.', column + match.start("grade"), shape)
    meaning = vocabulary().course(match["name"])
    if meaning is None:
        near = nearest_name(match["name"]) or ANY_COURSE
        _fail(
            f'Nobody knows the course "{match["name"]}".',
            column + match.start("name"),
            f"L{match['level']} {near}@{grade}",
        )
    return Course(int(match["level"]), meaning.name, COURSE_GRADES[COURSE_GRADES.index(grade)])


def _entry_level(match: re.Match[str], column: int) -> EntryLevel:
    grade = _one_of(match["grade"], ENTRY_GRADES)
    subject = match["name"] or ""
    if grade is None:
        _fail(
            f'"{match["grade"]}" is not an entry level.',
            column + match.start("grade"),
            f"Entry Level {subject}@E1".replace(" @", "@"),
        )
    return EntryLevel(
        _subject(subject, column + match.start("name")).name if subject else "", grade
    )


def _skills(match: re.Match[str], column: int) -> FunctionalSkills:
    level = _one_of(match["grade"].replace("Level ", "L"), SKILLS_LEVELS)
    meaning = _subject(match["name"], column + match.start("name"))
    if level is None or meaning.name not in ("English", "Maths"):
        _fail("Functional skills are English or Maths, E1 to L2.", column, "FS English@L2")
    return FunctionalSkills(meaning.name, level)


def _music(match: re.Match[str], column: int) -> MusicExam:
    grade = int(match["grade"])
    if not 1 <= grade <= 8:
        _fail("Music exams have grades 1 to 8.", column + match.start("grade"), "ABRSM@5")
    return MusicExam(grade)


_NAME = r"(?P<name>[^@]+?)"
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Atom]], ...] = tuple(
    (re.compile(shape, re.IGNORECASE), read)
    for shape, read in (
        (r"none", lambda _m, _c: OpenToAll()),
        (r"EHCP|EHC plan", lambda _m, _c: EhcPlan()),
        (r"average\s*@\s*(?P<points>\d+(\.\d+)?)", _average),
        (r"best\s*(?P<n>\d+)\s*@\s*(?P<points>\d+(\.\d+)?)", _best),
        (r"ABRSM\s*@\s*(?P<grade>\d+)", _music),
        (r"Entry Level(?:\s+(?P<name>[^@]+?))?\s*@\s*(?P<grade>\S+)", _entry_level),
        (rf"(?:FS|Functional Skills)\s+{_NAME}\s*@\s*(?P<grade>[^@]+)", _skills),
        (rf"(?:L|Level\s*)(?P<level>[12])\s+{_NAME}\s*@\s*(?P<grade>[^@]+)", _course),
        (
            r"(?P<n>\d+)\s+(?P<of>[^@]+?)\s*@\s*(?P<grade>[^\s@]+)"
            r"(?:\s+including\s+(?P<named>.+))?",
            _count,
        ),
        (rf"{_NAME}\s*@\s*(?P<one>\d+)\s*-\s*(?P<two>\d+)", _pair),
        (rf"{_NAME}\s*@\s*(?P<grade>[^@]+)", _grade),
    )
)


def _subject(written: str, column: int) -> Meaning:
    meaning = vocabulary().subject(written)
    if meaning is not None:
        return meaning
    near = nearest_name(written)
    return _fail(
        f'Nobody knows the subject "{written}".', column, f"{near}@4" if near else "Maths@4"
    )


def _number(written: str, column: int, before: str) -> int:
    if re.fullmatch(r"[1-9]", written):
        return int(written)
    return _fail(
        f'"{written}" is not a GCSE grade: they are 9 to 1.',
        column,
        f"{before}@{number_for(written)}",
    )


def _one_of(written: str, known: tuple[str, ...]) -> str | None:
    plain = " ".join(written.split()).casefold()
    return next((word for word in known if plain in (word.casefold(), f"{word.casefold()}s")), None)


def _fail(what: str, column: int, nearest: str) -> NoReturn:
    raise RuleError(what, where=f"column {column}", do=f'Nearest valid form: "{nearest}".')
