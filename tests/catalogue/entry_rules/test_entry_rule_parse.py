"""Typed text to rule and back, and what is said when it does not parse."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.catalogue.entry_rules import AnyOf, Rule, parse, unread
from pathways.catalogue.entry_rules.atoms import (
    PERSON_STEPS,
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
from pathways.catalogue.entry_rules.rule import clauses_of
from pathways.catalogue.entry_rules.vocabulary import vocabulary
from pathways.errors import RuleError

FACTS = Path(__file__).resolve().parents[3].parent / "shared" / "area-facts"

ONE_OF_EACH = {
    "5 GCSE@4": Count(5, "GCSE", 4),
    "5 GCSE@4 including English@4, Maths@6": Count(
        5, "GCSE", 4, (Grade("English", 4), Grade("Maths", 6))
    ),
    "2 Science@6": Count(2, "Science", 6),
    "Maths@6": Grade("Maths", 6),
    "Combined Science@6-5": Pair(6, 5),
    "average@5.75": Average(5.75),
    "best8@48": BestOf(8, 48),
    "L2 Diploma@Merit": Course(2, "Diploma", "Merit"),
    "L1 Diploma@Pass": Course(1, "Diploma", "Pass"),
    "L2 Health and Social Care@Distinction*": Course(2, "Health and Social Care", "Distinction*"),
    "Entry Level@Pass": EntryLevel("", "Pass"),
    "Entry Level English@E1": EntryLevel("English", "E1"),
    "FS English@L2": FunctionalSkills("English", "L2"),
    "ABRSM@5": MusicExam(5),
    "EHCP": EhcPlan(),
    "interview": PersonStep("interview"),
    "DBS": PersonStep("DBS"),
    "none": OpenToAll(),
    "Economics@6 (if taken)": IfTaken(Grade("Economics", 6)),
    "L2 Sport@Pass (if taken)": IfTaken(Course(2, "Sport", "Pass")),
}


@pytest.mark.parametrize(("text", "atom"), ONE_OF_EACH.items())
def test_each_test_is_read_and_written_back_the_same(text: str, atom: Atom) -> None:
    assert parse(text) == Rule((AnyOf((atom,)),))
    assert str(parse(text)) == text


def test_semicolons_join_clauses_and_or_joins_choices() -> None:
    rule = parse("5 GCSE@4; Biology@6 or Combined Science@6-6; interview")
    assert [len(clause.alternatives) for clause in rule.clauses] == [1, 2, 1]


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("  5 gcses@4 ;maths@6  OR  Interview", "5 GCSE@4; Maths@6 or interview"),
        ("Mathematics@6", "Maths@6"),
        ("RS@5", "Religious Studies@5"),
        ("Combined Science@5-6", "Combined Science@6-5"),
        (
            "5 GCSE@4 including English Language@4 and Maths@4",
            "5 GCSE@4 including English Language@4, Maths@4",
        ),
        ("Level 2 Diploma@merit", "L2 Diploma@Merit"),
        ("average@5.50", "average@5.5"),
        ("EHC plan", "EHCP"),
        ("portfolios", "portfolio"),
    ],
)
def test_other_ways_of_writing_become_the_one_written_form(typed: str, canonical: str) -> None:
    assert str(parse(typed)) == canonical


@pytest.mark.parametrize(
    ("text", "column", "nearest"),
    [
        ("", 1, None),
        ("   ", 1, None),
        ("Maffs@6", 1, "Maths@4"),
        ("Maths@6; Englsh@5", 10, "English@4"),
        ("Maths@C", 7, "Maths@4"),
        ("Maths@A", 7, "Maths@7"),
        ("5 GCSE@10", 8, "5 GCSE@9"),
        ("5 GCSE", 1, "5 GCSE@4"),
        ("5GCSE@3", 1, "5 GCSE@3"),
        ("Maths 6", 1, "Maths@6"),
        ("Maths@6;", 9, "Maths@6"),
        ("Maths@6;; English@4", 9, "Maths@6; English@4"),
        ("Maths@6 or ", 11, "Maths@4 or English@4"),
        ("Combined Science@6", 1, "Combined Science@6-6"),
        ("Combined Science@7-5", 18, "Combined Science@6-6"),
        ("Maths@6-6", 1, "Maths@6"),
        ("2 Maths@4", 1, "2 GCSE@4"),
        ("0 GCSE@4", 1, "5 GCSE@4"),
        ("interveiw", 1, "interview"),
        ("average@55", 9, "average@5.5"),
        ("best8@480", 1, "best8@48"),
        ("ABRSM@9", 7, "ABRSM@5"),
        ("L2 Diploma@Good", 12, "L2 Diploma@Merit"),
        ("L2 Diplomma of Magic@Merit", 4, "L2 Diploma@Merit"),
        ("Entry Level English@E7", 21, "Entry Level English@E1"),
        ("FS Science@L2", 1, "FS English@L2"),
        ("average@5 (if taken)", 1, "Economics@6 (if taken)"),
        ("none or Maths@4", 1, "none"),
        ("5 GCSE@4 including interview", 20, "5 GCSE@4 including Maths@4"),
        ("five GCSEs at 4", 1, "5 GCSE@4"),
    ],
)
def test_what_does_not_parse_says_where_and_what_is_nearest(
    text: str, column: int, nearest: str | None
) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text)
    assert caught.value.where == f"column {column}"
    if nearest is not None:
        assert f'"{nearest}"' in caught.value.do
        parse(nearest)


def test_or_after_including_is_refused_because_it_can_be_read_two_ways() -> None:
    with pytest.raises(RuleError) as caught:
        parse("5 GCSE@4 including English@4 or Maths@4")
    assert '"5 GCSE@4; English@4 or Maths@4"' in caught.value.do
    assert parse("5 GCSE@4 including English@4, Maths@4 or L2 Diploma@Merit").clauses


def test_a_named_grade_below_the_count_cannot_be_among_them() -> None:
    with pytest.raises(RuleError) as caught:
        parse("5 GCSE@4 including Maths@3")
    assert '"5 GCSE@4; Maths@3"' in caught.value.do


def test_a_clause_asked_by_two_rules_is_asked_once_whatever_the_order_of_its_choices() -> None:
    both = clauses_of(parse("Maths@4; English@4 or EHCP"), parse("EHCP or English@4; Maths@6"))
    assert [str(clause) for clause in both] == ["Maths@4", "English@4 or EHCP", "Maths@6"]


def test_unread_text_is_kept_as_it_was() -> None:
    assert str(unread("ask us nicely")) == "ask us nicely"


def test_english_is_language_or_literature_and_art_any_art_or_design_gcse() -> None:
    known = vocabulary()
    english, art = known.subject("English"), known.subject("art")
    assert english is not None
    assert art is not None
    assert {"English Language", "English Literature"} <= english.subjects
    assert {"Art and Design", "Photography", "Graphics", "Textiles"} <= art.subjects
    assert "Computer Science" not in getattr(known.subject("Science"), "subjects", ())


SUBJECTS = ["Maths", "English", "English Language", "Science", "Art", "PE", "Humanities", "Latin"]
GRADES = st.integers(1, 9)
single = st.builds(Grade, st.sampled_from(SUBJECTS), GRADES)
pairs = GRADES.flatmap(lambda g: st.builds(Pair, st.just(g), st.sampled_from([g, max(1, g - 1)])))
courses = st.builds(
    Course,
    st.integers(1, 2),
    st.sampled_from(["Diploma", "Business", "Sport", "Media"]),
    st.sampled_from(["Pass", "Merit", "Distinction", "Distinction*"]),
)
counts = st.builds(Count, st.integers(1, 20), st.sampled_from(["GCSE", "Science"]), GRADES) | (
    st.builds(
        lambda n, named: Count(n, "GCSE", min(each.grade for each in named), tuple(named)),
        st.integers(1, 20),
        st.lists(single, min_size=1, max_size=3),
    )
)
others = st.one_of(
    st.builds(Average, st.integers(4, 36).map(lambda n: n / 4)),
    st.builds(BestOf, st.integers(5, 10), st.integers(1, 45)),
    st.builds(EntryLevel, st.sampled_from(["", "Maths"]), st.sampled_from(["Pass", "E3"])),
    st.builds(FunctionalSkills, st.just("Maths"), st.sampled_from(["E1", "L1", "L2"])),
    st.builds(MusicExam, st.integers(1, 8)),
    st.builds(PersonStep, st.sampled_from(PERSON_STEPS)),
    st.just(EhcPlan()),
    st.builds(IfTaken, single | courses),
)
# A named count goes last in its clause: a grade after it is refused as ambiguous.
clauses = st.builds(
    lambda firsts, last: AnyOf((*firsts, *last)),
    st.lists(single | pairs | courses | others, min_size=1, max_size=3),
    st.lists(counts, max_size=1),
)
rules = st.lists(clauses | st.just(AnyOf((OpenToAll(),))), min_size=1, max_size=4).map(
    lambda found: Rule(tuple(found))
)


@given(rules)
def test_any_rule_survives_being_written_and_read(rule: Rule) -> None:
    assert parse(str(rule)) == rule


@given(st.text(alphabet=" ;@or5469GCSEMathsincluding,-()", max_size=40))
def test_any_text_is_a_rule_or_an_error_with_a_column_and_never_open_to_all(text: str) -> None:
    rule, where = _tried(text)
    if rule is None:
        assert re.fullmatch(r"column \d+", where)
    else:
        assert parse(str(rule)) == rule
        assert "none" in text or AnyOf((OpenToAll(),)) not in rule.clauses


def _tried(text: str) -> tuple[Rule | None, str]:
    try:
        return parse(text), ""
    except RuleError as error:
        return None, error.where


def _published() -> list[str]:
    texts = []
    for name, column in [("entry_requirements", "rule"), ("college_courses", "entry_rule")]:
        with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            texts += [row[column] for row in csv.DictReader(file) if row[column]]
    return texts


@pytest.mark.official
@pytest.mark.skipif(not FACTS.exists(), reason="the area facts are not beside the checkout")
def test_every_published_rule_of_the_area_facts_parses_and_is_stable() -> None:
    texts = _published()
    unreadable = []
    for text in texts:
        try:
            assert parse(str(parse(text))) == parse(text)
        except RuleError as error:
            unreadable.append(f"{text}: {error}")
    assert len(texts) >= 678
    assert unreadable == []
