"""A cohort's years side by side: who stayed as small multiples, and the numbers as real tables."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.outcomes.for_option import YearOfResults
from pathways.outcomes.year_row import Figure
from pathways.reason import Reason
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.pictures.years import years as panels
from pathways.ui.parts.said import paragraph, said, why_none
from pathways.words import say


def span(years: Sequence[YearOfResults]) -> str:
    """The years of a cohort in words: "2021/22 to 2023/24"; `years` are newest first."""
    first, last = years[-1].row.year, years[0].row.year
    return last if first == last else say("UI_YEARS_SPAN", first=first, last=last)


def stayed(years: Sequence[YearOfResults]) -> list[Markup]:
    """Who stayed: a panel a year, oldest first, then the newest year in words."""
    if all(year.row.stayed.why for year in years):
        return why_none(years[0].retention)
    drawn = [(year.row.year, _whole(year.row.stayed)) for year in reversed(years)]
    picture = [panels(drawn, label=say("UI_YEARS_STAYED"))] if len(years) > 1 else []
    return [*picture, *about_year(years, years[0].row.year), *said(years[0].retention)]


def _whole(figure: Figure) -> int | None:
    return None if figure.why else int(figure.shown)


def about_year(years: Sequence[YearOfResults], year: str) -> list[Markup]:
    """Which of several years the words that follow are about."""
    return [paragraph("UI_YEARS_ABOUT", year=year)] if len(years) > 1 else []


def year_table(years: Sequence[YearOfResults]) -> Markup:
    """Students, progress and who stayed, a row a year: what the pictures show in numbers, one tap away."""
    rows = [[y.row.students, y.row.score, y.row.stayed] for y in years]
    columns = ("UI_YEARS_STUDENTS", "UI_YEARS_SCORE", "UI_YEARS_STAYED_OF_100")
    return _table("UI_YEARS_TABLE", columns, [y.row.year for y in years], rows)


def grade_table(years: Sequence[YearOfResults]) -> Markup:
    """Average grades, one row a year."""
    rows = [[y.row.grade] for y in years]
    return _table("UI_YEARS_GRADES", ("UI_YEARS_GRADE",), [y.row.year for y in years], rows)


def _table(
    caption: str, columns: Sequence[str], names: Sequence[str], rows: Sequence[Sequence[Figure]]
) -> Markup:
    heads = ("UI_YEARS_YEAR", *columns)
    table = mark(
        '<table class="pw-table pw-by-year"><caption>{caption}</caption>'
        "<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
        caption=say(caption),
        heads=join(mark('<th scope="col">{w}</th>', w=say(code)) for code in heads),
        rows=join(
            mark(
                '<tr><th scope="row">{name}</th>{cells}</tr>',
                name=name,
                cells=join(mark("<td>{w}</td>", w=_cell(figure)) for figure in row),
            )
            for name, row in zip(names, rows, strict=True)
        ),
    )
    word = say("UI_CELL_SUPP")
    hidden = any(figure.why and short(figure.why) == word for row in rows for figure in row)
    note = paragraph("UI_CELL_HIDDEN_MEANS") if hidden else Markup()
    return mark(
        "<details><summary>{words}</summary>{table}{note}</details>",
        words=say(caption),
        table=table,
        note=note,
    )


def _cell(figure: Figure) -> str:
    return figure.shown if figure.why is None else short(figure.why)


def short(why: Reason) -> str:
    """The word or two for a missing figure, from the code of the sentence that says why."""
    return say(why.code.replace("NO_FIGURE", "UI_CELL"))
