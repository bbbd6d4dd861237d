"""Entry rules and eligibility in plain English, to be read aloud to a parent."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from typing import Any

from pathways.answers import Clause, Eligibility
from pathways.catalogue.entry_rules.atoms import (
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
from pathways.catalogue.entry_rules.parse import parse
from pathways.catalogue.entry_rules.rule import AnyOf, Rule, unread
from pathways.catalogue.entry_rules.vocabulary import ANY_COURSE
from pathways.errors import RuleError
from pathways.words import say, say_reason, sentences

_NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_GRADE_AT_END = re.compile(r"(.+) (\d(?:\.\d)?(?:-\d(?:\.\d)?)?|U)")


def rule_in_words(rule: Rule) -> str:
    """The whole rule as one sentence without its full stop: "Five GCSEs at grade 4 or above"."""
    said = [clause_in_words(clause) for clause in rule.clauses]
    return _capital(reduce(lambda a, b: say("ENTRY_AND", first=a, second=b), said))


def clause_in_words(clause: AnyOf) -> str:
    """One clause as part of a sentence: "grade 6 or above in Maths, or an interview"."""
    said = [_atom(atom) for atom in clause.alternatives]
    return reduce(lambda a, b: say("ENTRY_OR", first=a, second=b), said)


def eligibility_in_words(eligibility: Eligibility) -> list[str]:
    """A sentence or two for each thing asked, then what would be enough, then the reasons."""
    lines = [_line(clause) for clause in eligibility.clauses]
    if eligibility.smallest_change:
        changes = [
            say("ENTRY_ONE_CHANGE", subject=each.subject, now=each.now, needed=each.needed)
            for each in eligibility.smallest_change
        ]
        lines.append(say("ENTRY_CHANGE", changes=_listed(changes)))
    return [*lines, *(say_reason(reason) for reason in eligibility.because)]


def _line(clause: Clause) -> str:
    try:
        parsed = parse(clause.rule).clauses[0]
    except RuleError:
        parsed = unread(clause.rule).clauses[0]
    often = clause.basis == "typical"
    if parsed.alternatives == (OpenToAll(),):
        return say("ENTRY_LINE_NOTHING_OFTEN" if often else "ENTRY_LINE_NOTHING")
    answer = _answer(clause, parsed)
    if clause.predicted:
        answer = say("ENTRY_PREDICTED", answer=answer)
    code = "ENTRY_LINE_OFTEN" if often else "ENTRY_LINE"
    return say(code, asked=clause_in_words(parsed), answer=answer)


def _answer(clause: Clause, parsed: AnyOf) -> str:
    has = _has(clause.has, parsed)
    if clause.state == "held":
        if has:
            return say("ENTRY_YOU_HAVE", has=has)
        skipped = any(isinstance(atom, IfTaken) for atom in parsed.alternatives)
        return say("ENTRY_YOU_MEET_NOT_TAKEN" if skipped else "ENTRY_YOU_MEET")
    if clause.state == "person":
        return say("ENTRY_YOU_ASK")
    if clause.state == "missing":
        return say("ENTRY_YOU_MAY_WITH", has=has) if has else say("ENTRY_YOU_MAY")
    if not has:
        plan = parsed.alternatives == (EhcPlan(),)
        return say("ENTRY_YOU_HAVE_NO_PLAN" if plan else "ENTRY_YOU_DO_NOT_HAVE")
    gap = _gap(clause)
    return say("ENTRY_YOU_HAVE_GAP", has=has, gap=gap) if gap else say("ENTRY_YOU_HAVE", has=has)


def _gap(clause: Clause) -> str:
    if clause.short_by is None:
        return ""
    one = clause.short_by == 1
    if clause.short_unit == "grade":
        return say("ENTRY_GAP_ONE_GRADE" if one else "ENTRY_GAP_GRADES", **_n(clause.short_by))
    if clause.short_unit == "gcse":
        return say("ENTRY_GAP_ONE_GCSE" if one else "ENTRY_GAP_GCSES", **_n(clause.short_by))
    return say("ENTRY_GAP_STEPS", **_n(clause.short_by))


def _has(has: str, parsed: AnyOf) -> str:
    """What is held, without naming the subject again where only that one is asked."""
    alone = parsed.alternatives[0] if len(parsed.alternatives) == 1 else None
    inside = alone.of if isinstance(alone, IfTaken) else alone
    asked = inside.subject if isinstance(inside, Grade) else ""
    asked = "Combined Science" if isinstance(inside, Pair) else asked
    counts = any(isinstance(atom, Count) for atom in parsed.alternatives)
    parts = [
        _number_held(int(part)) if counts and part.isdigit() else _held(part, asked)
        for part in has.split("; ")
        if part
    ]
    return reduce(lambda a, b: say("ENTRY_AND_ALSO", first=a, second=b), parts) if parts else ""


def _held(part: str, asked: str) -> str:
    match = _GRADE_AT_END.fullmatch(part)
    if match is None:
        return part
    subject, grade = match.groups()
    return grade if subject == asked else say("ENTRY_GRADE_IN", grade=grade, subject=subject)


def _number_held(count: int) -> str:
    """How many of a count are held: "none", "five", "13"."""
    if not count:
        return say("ENTRY_NONE_OF_THEM")
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _atom(atom: Atom) -> str:
    return _SAYINGS[type(atom)](atom)


def _grade(atom: Grade) -> str:
    code = "ENTRY_ASKS_TOP_GRADE" if atom.grade == 9 else "ENTRY_ASKS_GRADE"
    return say(code, grade=atom.grade, subject=_subject(atom.subject))


def _count(atom: Count) -> str:
    one = "ONE" if atom.number == 1 else "MANY"
    if atom.of == "GCSE":
        number = say(f"ENTRY_COUNT_{one}", **_n(atom.number))
    else:
        subject = _subject(atom.of) if one == "ONE" else atom.of.lower()
        number = say(f"ENTRY_COUNT_{one}_OF", subject=subject, **_n(atom.number))
    count = say("ENTRY_ASKS_COUNT", number=number, grade=atom.grade)
    if not atom.including:
        return count
    return say(
        "ENTRY_ASKS_AMONG", count=count, names=_listed([_among(e, atom) for e in atom.including])
    )


def _among(atom: Grade | Pair, count: Count) -> str:
    if isinstance(atom, Grade) and atom.grade == count.grade:
        return _worded("ENTRY_AMONG_", atom.subject) or _subject(atom.subject)
    return _atom(atom)


def _course(atom: Course) -> str:
    if atom.subject == ANY_COURSE:
        return say("ENTRY_ASKS_ANY_COURSE", level=atom.level, grade=atom.grade)
    return say("ENTRY_ASKS_COURSE", level=atom.level, subject=atom.subject, grade=atom.grade)


def _entry(atom: EntryLevel) -> str:
    if not atom.subject and atom.grade == "Pass":
        return say("ENTRY_ASKS_ENTRY_LEVEL")
    level = atom.grade.replace("Pass", "1").removeprefix("E")
    return say("ENTRY_ASKS_ENTRY_SUBJECT", subject=atom.subject or "working", level=level)


_SAYINGS: dict[type, Callable[[Any], str]] = {
    Grade: _grade,
    Pair: lambda a: say("ENTRY_ASKS_PAIR", higher=a.higher, lower=a.lower),
    Count: _count,
    Average: lambda a: say("ENTRY_ASKS_AVERAGE", points=f"{a.points:g}"),
    BestOf: lambda a: say("ENTRY_ASKS_BEST", points=f"{a.points:g}", **_n(a.number)),
    Course: _course,
    EntryLevel: _entry,
    FunctionalSkills: lambda a: say(
        "ENTRY_ASKS_SKILLS", subject=a.subject, level=say(f"ENTRY_LEVEL_{a.level}")
    ),
    MusicExam: lambda a: say("ENTRY_ASKS_MUSIC", grade=a.grade),
    EhcPlan: lambda a: say("ENTRY_ASKS_PLAN"),
    PersonStep: lambda a: say(f"ENTRY_STEP_{a.step.upper().replace(' ', '_')}"),
    OpenToAll: lambda a: say("ENTRY_ASKS_NOTHING"),
    IfTaken: lambda a: say("ENTRY_ASKS_IF_TAKEN", asked=_atom(a.of)),
    Unread: lambda a: say("ENTRY_ASKS_UNREAD", text=a.text),
}


def _subject(name: str) -> str:
    return _worded("ENTRY_SUBJECT_", name) or name


def _worded(start: str, name: str) -> str:
    code = start + name.upper().replace(" ", "_")
    return say(code) if code in sentences() else ""


def _n(number: int) -> dict[str, str]:
    return {"number": _NUMBERS[number] if number < len(_NUMBERS) else str(number)}


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
