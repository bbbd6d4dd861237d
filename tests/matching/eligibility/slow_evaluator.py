"""A second evaluator of entry rules, slow and written another way: the tests hold the two against each other.

It reads the written rule instead of the tree, tries changes out instead of counting steps, and fills
in every possible grade for a missing one instead of keeping bounds.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from pathways.learner.record import Record

GROUPS = {
    "English": {"English Language", "English Literature"},
    "Science": {"Biology", "Combined Science"},
    "Art": {"Art and Design"},
}
PAIR_ORDER = ["0-0"] + [f"{(s + 1) // 2}-{s // 2}" for s in range(2, 19)]
COURSE_ORDER = [f"Level {n} {g}" for n in (1, 2) for g in ("Pass", "Merit", "Distinction")]
COURSE_ORDER.append("Level 2 Distinction*")

Grades = dict[str, str]  # subject -> "6", "6-5" or "Level 2 Merit"


def slow_state(rule_text: str, record: Record, *, ehc_plan: bool) -> str:
    """The state, over every value that the missing grades could take. For complete records."""
    known = {h.subject: h.grade.replace("U", "0") for h in record.held}
    found = {_state(rule_text, full, ehc_plan) for full in _filled(known, sorted(record.missing))}
    return found.pop() if len(found) == 1 else "ask"


def _filled(known: Grades, missing: list[str]) -> Iterator[Grades]:
    scales = [
        PAIR_ORDER if s == "Combined Science" else [str(g) for g in range(10)] for s in missing
    ]
    for grades in itertools.product(*scales):
        yield known | dict(zip(missing, grades, strict=True))


def _state(rule_text: str, grades: Grades, ehc_plan: bool) -> str:
    clauses = {frozenset(clause.split(" or ")) for clause in rule_text.split("; ")}
    unmet = [c for c in clauses if not any(_holds(a, grades, ehc_plan) for a in c)]
    person = [c for c in unmet if "interview" in c]
    short = [c for c in unmet if "interview" not in c]
    if not short:
        return "ask" if person else "meets"
    if len(short) == 1 and any(_nearly(atom, grades, ehc_plan) for atom in short[0]):
        return "near_miss"
    return "not_yet"


def _nearly(atom: str, grades: Grades, ehc_plan: bool) -> bool:
    if re.match(r"\d", atom):  # one more GCSE, of any subject that could count
        extra = "Physics" if "Science" in atom.split("@")[0] else "Something Else"
        if _holds(atom, grades | {extra: "9"}, ehc_plan):
            return True
        if "including" not in atom:
            return False
    if atom.startswith("best"):
        wanted = float(atom.split("@")[1])
        return wanted - _best(atom, grades) <= 1
    if atom.startswith(("Entry", "FS", "EHCP")):
        return False
    return any(
        _holds(atom, grades | {subject: better}, ehc_plan)
        for subject, grade in grades.items()
        for better in _next(subject, grade)
    )


def _next(subject: str, grade: str) -> list[str]:
    if grade.startswith("Level"):
        own = [g for g in COURSE_ORDER if g[6] == grade[6]]
        return own[own.index(grade) + 1 :][:1]
    order = PAIR_ORDER if "-" in grade else [str(g) for g in range(10)]
    return order[order.index(grade) + 1 :][:1]


def _numbers(grades: Grades, keep: Callable[[str], bool] = lambda s: True) -> list[int]:
    return [
        int(part)
        for subject, grade in grades.items()
        if not grade.startswith("Level") and keep(subject)
        for part in grade.split("-")
    ]


def _best(atom: str, grades: Grades) -> float:
    number = int(re.findall(r"\d+", atom)[0])
    return sum(sorted(_numbers(grades))[::-1][:number])


def _holds(atom: str, grades: Grades, ehc_plan: bool) -> bool:
    name, _, wanted = atom.partition("@")
    if atom.endswith(" (if taken)"):
        return name not in grades or _holds(atom.removesuffix(" (if taken)"), grades, ehc_plan)
    if atom in ("none", "interview", "EHCP"):
        return {"none": True, "interview": False, "EHCP": ehc_plan}[atom]
    if " including " in atom:
        base, named = atom.split(" including ")
        return all(_holds(a, grades, ehc_plan) for a in [base, *named.split(", ")])
    if atom.startswith("average"):
        numbers = _numbers(grades)
        return bool(numbers) and sum(numbers) >= float(wanted) * len(numbers) - 1e-9
    if atom.startswith("best"):
        return _best(atom, grades) >= float(wanted)
    if name.endswith(" GCSE"):
        return sum(n >= int(wanted) for n in _numbers(grades)) >= int(name.split()[0])
    if name.endswith(" Science") and name[0].isdigit():
        separate = _numbers(grades, lambda s: s in ("Biology", "Physics", "Chemistry"))
        return sum(n >= int(wanted) for n in separate) >= int(name.split()[0])
    if name == "Combined Science":
        pair = grades.get(name)
        return pair is not None and PAIR_ORDER.index(pair) >= PAIR_ORDER.index(wanted)
    if name[:3] in ("L1 ", "L2 "):
        courses = {s: g for s, g in grades.items() if g.startswith("Level")}
        right = [g for s, g in courses.items() if name[3:] in (s, "Diploma")]
        asked = COURSE_ORDER.index(f"Level {name[1]} {wanted}")
        return any(COURSE_ORDER.index(grade) >= asked for grade in right)
    if atom == "Entry Level@Pass":
        return any(n >= 1 for n in _numbers(grades)) or any("Level" in g for g in grades.values())
    if atom == "FS Maths@L2":
        return int(grades.get("Maths", "0")) >= 4
    subjects = GROUPS.get(name, {name})
    return any(n >= int(wanted) for n in _numbers(grades, lambda s: s in subjects))
