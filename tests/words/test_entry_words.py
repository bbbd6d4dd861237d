"""Entry rules in plain words."""

from __future__ import annotations

import re

import pytest

from pathways.catalogue.entry_rules import parse, unread
from pathways.catalogue.entry_rules.atoms import PERSON_STEPS
from pathways.learner.record import Held, Record
from pathways.matching.eligibility.assess import assess
from pathways.words import sentences
from pathways.words.entry import clause_in_words, eligibility_in_words, rule_in_words


def gcse(subject: str, grade: int, *, predicted: bool = False) -> Held:
    return Held(subject, "GCSE", "gcse", str(grade), 2, (float(grade),), predicted=predicted)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            "5 GCSE@4 including English@4, Maths@4",
            "Five GCSEs at grade 4 or above, with English and maths among them",
        ),
        ("1 GCSE@2", "One GCSE at grade 2 or above"),
        ("Maths@6", "Grade 6 or above in Maths"),
        ("Maths@9", "Grade 9 in Maths"),
        ("English@4", "Grade 4 or above in English (Language or Literature)"),
        (
            "Biology@6 or Combined Science@6-6",
            "Grade 6 or above in Biology, or grade 6-6 or above in Combined Science",
        ),
        ("5 GCSE@4; interview", "Five GCSEs at grade 4 or above; and an interview"),
        (
            "4 GCSE@4 including Maths@6",
            "Four GCSEs at grade 4 or above, with grade 6 or above in Maths among them",
        ),
        ("2 Science@6", "Two GCSEs in separate science subjects at grade 6 or above"),
        ("average@5.5", "An average GCSE grade of 5.5 or above"),
        ("best8@48", "A total of 48 or more from your best eight GCSE grades"),
        ("L2 Diploma@Merit", "A level 2 course at Merit or above"),
        ("L2 Business@Merit", "Level 2 Business at Merit or above"),
        ("Entry Level@Pass", "An entry level award"),
        ("Entry Level English@E1", "English at entry level 1 or above"),
        ("FS Maths@L2", "Functional skills Maths at level 2 or above"),
        ("ABRSM@5", "Grade 5 or above in a music exam"),
        ("EHCP", "An Education, Health and Care plan"),
        ("none", "No grades are asked for"),
        ("Economics@6 (if taken)", "Grade 6 or above in Economics, if you took it"),
    ],
)
def test_a_rule_reads_aloud(rule: str, words: str) -> None:
    assert rule_in_words(parse(rule)) == words


@pytest.mark.parametrize("step", PERSON_STEPS)
def test_every_step_that_a_person_judges_has_words(step: str) -> None:
    assert clause_in_words(parse(step).clauses[0])


def lines(rule: str, *held: Held, missing: tuple[str, ...] = ()) -> list[str]:
    given = Record(held, frozenset(missing), complete=True)
    return eligibility_in_words(assess(parse(rule), None, given, basis="published", ehc_plan=False))


def test_one_grade_below_says_what_is_held_and_what_would_be_enough() -> None:
    assert lines("Maths@6", gcse("Maths", 5))[:2] == [
        "Asks for grade 6 or above in Maths. You have 5: one grade below.",
        "What would be enough: Maths from 5 to 6.",
    ]


@pytest.mark.parametrize(
    ("rule", "held", "line"),
    [
        ("Maths@6", [gcse("Maths", 7)], "Asks for grade 6 or above in Maths. You have 7."),
        (
            "English Language@4 or Maths@4",
            [gcse("Maths", 2)],
            "Asks for grade 4 or above in English Language, or grade 4 or above in Maths. "
            "You have 2 in Maths: two grades below.",
        ),
        (
            "2 GCSE@4",
            [gcse("Maths", 4)],
            "Asks for two GCSEs at grade 4 or above. You have one: one GCSE short.",
        ),
        (
            "History@4",
            [gcse("Maths", 4)],
            "Asks for grade 4 or above in History. This is not in your results.",
        ),
        (
            "History@4 (if taken)",
            [gcse("Maths", 4)],
            "Asks for grade 4 or above in History, if you took it. "
            "You did not take it, so this does not count for you.",
        ),
        (
            "interview",
            [],
            "Asks for an interview. A person at the school or college decides this.",
        ),
        ("none", [], "No grades are asked for here."),
        (
            "EHCP",
            [],
            "Asks for an Education, Health and Care plan. You have not told us of one.",
        ),
        (
            "Maths@6",
            [gcse("Maths", 6, predicted=True)],
            "Asks for grade 6 or above in Maths. You have 6. This uses a predicted grade.",
        ),
    ],
)
def test_each_clause_has_a_line(rule: str, held: list[Held], line: str) -> None:
    assert lines(rule, *held)[0] == line


def test_a_missing_grade_is_asked_for() -> None:
    said = lines("Maths@6", missing=("Maths",))
    assert said[0] == "Asks for grade 6 or above in Maths. We do not know this grade yet."


def test_several_steps_of_different_kinds_are_counted_together() -> None:
    said = lines("4 GCSE@4 including Maths@5", gcse("Maths", 4))
    assert said[0].endswith("You have one, and 4 in Maths: four steps short.")


def test_a_rule_that_was_not_read_is_quoted() -> None:
    given = Record((gcse("Maths", 9),), complete=True)
    found = assess(unread("talent"), None, given, basis="published", ehc_plan=False)
    assert eligibility_in_words(found)[0] == (
        "Asks for “talent”. A person at the school or college decides this."
    )


def test_the_words_never_say_fail_only_or_just() -> None:
    said = {code: text for code, text in sentences().items() if code.startswith("ENTRY_")}
    assert len(said) > 50
    for text in said.values():
        assert not re.search(r"\b(fail|failed|only|just)\b", text, re.IGNORECASE)
