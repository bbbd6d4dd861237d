"""Three years of one place, where its students went next, and English and maths: shown and in words."""

from __future__ import annotations

import re

import pytest
from results_rows import RAW, WENT, leavers, on_an_a_level, row, scored, words
from streamlit.testing.v1 import AppTest
from visitor import html

from pathways.outcomes.for_option import results_for_option
from pathways.ui.parts.progress_view import results
from pathways.words import say
from pathways.words.reading_age import reading_age


def test_a_year_without_a_score_keeps_its_place_and_says_why() -> None:
    rows = [*scored(0.2), row("students", 80, year="2022/23"), row("students", 70, year="2021/22")]
    drawn = results(results_for_option("a_level", rows))
    assert drawn.count('class="pw-va-line"') == 1
    assert drawn.count("pw-va-gap") == 2
    said = words(drawn)
    assert "2022/23 no score to show" in said
    assert "No progress score was published for 2021/22 and 2022/23" in said


def stayed_over_three_years() -> str:
    shares = {"2023/24": 94.0, "2022/23": 88.6, "2021/22": None}
    rows = [
        row("retained_pct", share, "" if share else "SUPP", year=year)
        for year, share in shares.items()
    ]
    return results(results_for_option("a_level", [*scored(0.2), *rows]))


def test_who_stayed_is_one_small_panel_a_year_on_one_scale_with_the_numbers_in_a_table() -> None:
    drawn = stayed_over_three_years()
    assert re.findall(r'pw-track [^>]*>(?:<span class="pw-bar[^>]*width:(\d+)%)?', drawn) == [
        *("", "89", "94")
    ]
    assert (
        'aria-label="Out of 100 students, how many stayed to the end. 2021/22: no figure' in drawn
    )
    table = drawn[drawn.index("<caption>Year by year, in numbers") : drawn.index("</table>")]
    assert table.count('<th scope="row">') == 3
    assert table.count('<th scope="col">') == 4
    assert "2023/24 90 +0.20 94" in words(table)
    assert "2021/22 not published not published hidden" in words(table)
    assert "Hidden means fewer than 6 students" in words(drawn)


def test_where_students_went_is_told_of_100_with_size_year_and_what_is_hidden() -> None:
    rows = [*scored(0.2), *RAW, *leavers("leavers_level_3", 120, **WENT)]
    said = words(results(results_for_option("a_level", rows)))
    assert "about 90 stayed in study, work or an apprenticeship" in said
    assert "It counts 120 students" in said
    assert "left in 2018/19 or 2019/20" in said
    assert "does not say its year" in said
    assert "University or other higher education 60 of 100" in said
    assert "Apprenticeship 0 of 100" in said
    assert "Other education hidden" in said
    assert "Not found does not mean out of work" in said
    order = [said.index(x) for x in ("Progress ", "Who stayed", "Where students went", "was C+")]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("size", "text", "share"), [(5, "", "SUPP"), (None, "fewer than six", 50.0)]
)
def test_few_leavers_are_hidden_and_the_place_as_a_whole_stands_beside(
    size: float | None, text: str, share: float | str
) -> None:
    few = leavers("leavers_level_2", size, text, **dict.fromkeys(WENT, share))
    rows = [*few, *leavers("leavers_all", 120, **WENT)]
    said = words(results(results_for_option("level_2", rows)))
    assert "Why is there no figure? Hidden: fewer than 6 students, to protect them." in said
    assert "All students who left It counts 120 students" in said
    assert "50 of 100" not in said


def test_a_place_that_the_destinations_table_lacks_says_so() -> None:
    said = words(results(results_for_option("a_level", scored(0.2))))
    assert "Where students went next Why is there no figure?" in said
    assert "The table we hold has nothing for this place" in said


def test_english_and_maths_progress_is_shown_where_published_and_nowhere_else() -> None:
    english = [
        row("em_progress", -0.11, cohort="english", year="2018/19"),
        row("students", 334, cohort="english", year="2018/19"),
        row("em_progress", None, "SUPP", cohort="maths", year="2018/19"),
    ]
    said = words(results(results_for_option("a_level", [*scored(0.2), *english])))
    assert "went down by 0.11 of a grade" in said
    assert "It counts 334 students" in said
    assert "without grade 4 in maths at 16, 2018/19" in said
    assert "The figure is hidden" in said
    title = say("UI_RESULTS_EM")
    assert title in said
    assert title not in words(results(results_for_option("a_level", scored(0.2))))


def test_the_page_of_an_option_shows_three_years_destinations_and_where_they_were_read(
    options: AppTest,
) -> None:
    option = on_an_a_level(options)
    said = words(html(option))
    assert say("UI_RESULTS_STAYED") in said
    assert "2021/22 to 2023/24" in said
    assert say("UI_RESULTS_WENT") in said
    at = [said.index(say(c)) for c in ("UI_RESULTS_LEAD_PROGRESS", "UI_RESULTS_WENT")]
    assert at == sorted(at)
    assert said.count("school and college performance tables (final)") >= 2


def test_an_eleven_year_old_can_read_it() -> None:
    rows = [*scored(0.1), *RAW, *leavers("leavers_level_3", 120, **WENT)]
    assert reading_age(words(results(results_for_option("a_level", rows)))) <= 11
