"""Records and rules for the tests of eligibility, written the short way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from pathways.catalogue.entry_rules import Rule, parse
from pathways.learner.record import Held, Record
from pathways.matching.eligibility.ladder import COURSE_SCALE, ladder

FAMILY = {
    "English Language": "English",
    "English Literature": "English",
    "Maths": "Maths",
    "Combined Science": "Science",
    "Biology": "Science",
    "Chemistry": "Science",
    "Physics": "Science",
    "History": "Humanities",
    "Geography": "Humanities",
    "Religious Studies": "Humanities",
    "Art and Design": "Art",
    "Photography": "Art",
}
PAIRS = [(g, g - d) for g in range(9, 0, -1) for d in (0, 1) if g - d >= 1]


def gcse(subject: str, grade: int | str, *, predicted: bool = False) -> Held:
    families = frozenset({FAMILY[subject]} if subject in FAMILY else ())
    text = str(grade)
    points = tuple(float(part) for part in text.replace("U", "0").split("-"))
    return Held(
        subject=subject,
        qualification="GCSE",
        kind="combined_science" if len(points) == 2 else "gcse",
        grade=text,
        level=2 if max(points) >= 4 else 1,
        points=points,
        families=families,
        predicted=predicted,
    )


def course(subject: str, grade: str, qualification: str = "Level 2 Diploma") -> Held:
    return Held(subject, qualification, "vocational", grade, int(grade[6]), ())


def record(
    results: dict[str, int | str] | Sequence[Held],
    *,
    missing: Sequence[str] = (),
    complete: bool = True,
    also: Sequence[Held] = (),
) -> Record:
    held = [gcse(s, g) for s, g in results.items()] if isinstance(results, dict) else results
    return Record((*held, *also), frozenset(missing), frozenset(), complete)


SUBJECTS = [
    "English Language",
    "English Literature",
    "Maths",
    "Biology",
    "Combined Science",
    "History",
    "Art and Design",
]


@st.composite
def records(draw: st.DrawFn, *, most: int = 7, lowest: int = 0, awaiting: bool = False) -> Record:
    subjects = draw(st.lists(st.sampled_from(SUBJECTS), unique=True, max_size=most))
    held, missing = [], set()
    for subject in subjects:
        if awaiting and draw(st.integers(0, 4)) == 0:
            missing.add(subject)
        elif subject == "Combined Science":
            high, low = draw(st.sampled_from([p for p in PAIRS if p[1] >= lowest]))
            held.append(gcse(subject, f"{high}-{low}", predicted=draw(st.booleans())))
        else:
            held.append(gcse(subject, draw(st.integers(lowest, 9)), predicted=draw(st.booleans())))
    if len(held) < most and draw(st.booleans()):
        held.append(course("Business", draw(st.sampled_from(COURSE_SCALE))))
    return Record(tuple(held), frozenset(missing), frozenset(), not awaiting or draw(st.booleans()))


ATOMS = (
    [f"{subject}@{grade}" for subject in ("English", "Maths", "Science", "Art") for grade in (4, 6)]
    + ["English Language@5", "Biology@6", "History@5", "Combined Science@6-6", "History@7"]
    + ["Combined Science@6-5", "3 GCSE@4", "4 GCSE@5", "2 GCSE@7", "2 Science@5", "1 GCSE@9"]
    + ["3 GCSE@4 including English@4, Maths@5", "4 GCSE@5 including Maths@5", "average@5.5"]
    + ["average@4", "best3@18", "best4@20", "L2 Diploma@Merit", "L2 Business@Distinction"]
    + ["L1 Diploma@Pass", "interview", "EHCP", "History@5 (if taken)", "Biology@7 (if taken)"]
    + ["none", "Entry Level@Pass", "FS Maths@L2"]
)


@st.composite
def rules(draw: st.DrawFn, *, clauses: int = 3) -> Rule:
    written = []
    for _ in range(draw(st.integers(1, clauses))):
        choices = draw(st.lists(st.sampled_from(ATOMS), min_size=1, max_size=2, unique=True))
        choices = [c for c in choices if c != "none"] or ["none"]
        written.append(" or ".join(sorted(choices, key=lambda c: "including" in c)))
    return parse("; ".join(written))


def raised_by_one(held: Held) -> list[Held]:
    return list(ladder(held)[:1])


def with_one_changed(given: Record, before: Held, after: Held) -> Record:
    held = tuple(after if each is before else each for each in given.held)
    return replace(given, held=held)
