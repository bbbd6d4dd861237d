"""The model card: what the model is for, what it is not for, and every measured figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_TOP = """# Model card: outcomes

Made by `python -m pathways model train`; every figure below by `python -m pathways model evaluate`,
which also writes this card and `metrics.json`. Do not edit by hand.

## For, and not for

For showing a learner, when they ask, what happened to others: of 100 students in England with a
similar average GCSE score who finished a course, how many got each grade.
Not for ranking courses, for entry decisions, for predicting one person's grade, or for comparing
subjects: how hard grades are and who takes a subject both differ from subject to subject.
Results are never given to providers.

## Data

Department for Education 16-18 transition matrices, cohort of {year}: {students:,} results in
{courses} courses (qualification x subject x size). Contains public sector information licensed under
the Open Government Licence v3.0. {year} is the newest year in which both the GCSEs behind the
averages and the results themselves were graded to the usual standard.

One feature: the average GCSE score, from 0 to 9. Left out on purpose: sex, ethnicity, free school
meals, special needs, school or college, postcode.

## Model

For each qualification and grade scale with 1,500 students or more. First the shape that its courses
share: an ordinal logistic model in which one rising curve of the average serves all courses, and each
course's slope, place and gaps between grades are drawn towards the qualification's. Then each course's
own rising curve for every grade boundary, held to the shared shape by 20 make-believe students at each
knot and by a pull on the steepness of each step. The official counts are by band of one grade, so
chances are averaged over each band, with students spread in it by a smooth running total.
Order is built in: a higher average never has a lower chance of any grade or above.

No chances are shown for fewer than 30 students in the learner's band, outside the averages seen, for
qualifications with fewer than 1,500 students, or for T Levels, V Levels and apprenticeships, which the
official counts do not hold.

## Warnings

* Only students who finished with a result are counted. Those who left the course are not.
* Students chose the course and were let in: at a low average they are not like all who might apply.
* Some official tables hold nobody without a grade (Cambridge Technicals, most level 2 courses and some
  other vocational ones). There the counts cannot say how many finished without one.
* Languages spoken at home make results at low averages higher in some subjects.
* The subject's own GCSE is not in the counts.
* The counts have no results by sex or by any other characteristic, so none can be measured here.
* Standards move between years (below): the model is made again when a new year comes out, and an
  error of more than {alarm:g} points on the new year is an alarm.
"""


def card_text(metrics: Mapping[str, Any]) -> str:
    """The whole card in Markdown, from `evaluate`'s figures."""
    parts = [
        _TOP.format(
            year=metrics["year"],
            students=metrics["students"],
            courses=metrics["courses"],
            alarm=metrics["drift"]["alarm_above"],
        ),
        _measured(metrics),
        _qualifications(metrics["by_qualification"]),
        _a_level(metrics["a_level"]),
        _drift(metrics["drift"]),
        "## Questions and corrections\n\nOpen an issue in the project; the partnership's careers lead "
        "answers for how chances are shown.\n",
    ]
    return "\n".join(parts)


def _measured(metrics: Mapping[str, Any]) -> str:
    whole = metrics["all_qualifications"]
    broken = metrics["order_broken"]
    rows = [("everyone", whole["everyone"]), ("cells of fewer than 100", whole["cells_below_100"])]
    rows += [(_size(row["subject_students"]), row) for row in whole["by_subject_size"]]
    return (
        "## Held-out half of the students, all qualifications\n\n"
        f"Seed {metrics['seed']}. Log loss per student; lower is better. "
        "The look-up table is the published table of percentages, with half a student added to a cell.\n\n"
        + _table(
            ("", "students", "model", "look-up table"),
            [(name, f"{r['students']:,}", *_loss(r)) for name, r in rows],
        )
        + f"\nA better average with a lower chance: model {broken['model']}, look-up table "
        f"{broken['look_up']['pairs']} of {broken['look_up']['of']} neighbouring bands.\n"
    )


def _qualifications(rows: Sequence[Mapping[str, Any]]) -> str:
    lines = []
    for row in rows:
        thin = row["cells_below_100"]
        mid = _middle(row)
        rps = row["ranked_probability_score"]
        low, high = row["log_loss"]["model_minus_look_up"]
        lines.append(
            (
                row["qualification"].replace("|", "/"),
                f"{row['grades'][0]} to {row['grades'][-1]}",
                str(row["courses"]),
                f"{row['students']:,}",
                *_loss(row),
                f"{low:+.4f} to {high:+.4f}",
                " / ".join(_loss(thin)) if thin else "none",
                f"{rps['model']:.4f} / {rps['look_up']:.4f}",
                f"{mid['grade']}: {mid['model']} ({mid['interval'][0]} to {mid['interval'][1]}) "
                f"/ {mid['look_up']}",
            )
        )
    head = (
        "qualification",
        "grades",
        "courses",
        "students",
        "log loss: model",
        "look-up",
        "difference, 95%",
        "thin cells: model / look-up",
        "RPS: model / look-up",
        "calibration error, points (95%) / look-up",
    )
    return (
        "## By qualification\n\nRPS is the ranked probability score. Brier scores and calibration errors "
        "at every grade are in `metrics.json`.\n\n" + _table(head, lines)
    )


def _a_level(part: Mapping[str, Any]) -> str:
    at_c = part["calibration_at_C"]
    sizes = [
        (
            _size(row["subject_students"]),
            str(row["subjects"]),
            *_loss(row),
            f"{row['ranked_probability_score']['model']:.4f} / "
            f"{row['ranked_probability_score']['look_up']:.4f}",
            f"{row['calibration_at_C']['model']} / {row['calibration_at_C']['look_up']}",
        )
        for row in part["by_subject_size"]
    ]
    bins = [
        (
            f"{row['lowest']} to {row['highest']}",
            f"{row['students']:,}",
            f"{row['said']:.1f}",
            f"{row['seen']:.1f}",
        )
        for row in part["reliability_at_C"]
    ]
    return (
        f"## A level\n\nCalibration error at C or above: {at_c['model']} points "
        f"(95% {at_c['interval'][0]} to {at_c['interval'][1]}); look-up table {at_c['look_up']}. "
        "Expected grade against the mean grade seen in cells of 30 or more, whole year: "
        f"{part['grade_points_gap']['rmse_grades_over_subjects']} grade (root mean square over subjects).\n\n"
        + _table(
            (
                "students in subject",
                "subjects",
                "log loss: model",
                "look-up",
                "RPS: model / look-up",
                "calibration error at C",
            ),
            sizes,
        )
        + "\nReliability at C or above, in per cent:\n\n"
        + _table(("said", "students", "mean said", "seen"), bins)
    )


def _drift(part: Mapping[str, Any]) -> str:
    seen = part["seen_c_or_above"]
    years = list(seen)
    bands = list(seen[years[-1]])
    rows = [(band, *(str(seen[year].get(band, "")) for year in years)) for band in bands]
    model = part["shipped_model_on"]
    old = part["made_from_2023_and_2024_on_2025"]
    rows += [
        ("shipped model: log loss", *(f"{model[y]['log_loss']:.4f}" for y in years)),
        (
            "shipped model: calibration error at C",
            *(str(model[y]["calibration_error_at_C"]) for y in years),
        ),
    ]
    return (
        "## Drift: A level, C or above in per cent by average GCSE score\n\n"
        + _table(("", *years), rows)
        + "\nThe shipped model has seen its own year. A model made from 2023 and 2024 misses 2025 by "
        f"{old['calibration_error_at_C']} points at C (log loss {old['log_loss']:.4f}).\n"
    )


def _middle(row: Mapping[str, Any]) -> Mapping[str, Any]:
    found: list[Mapping[str, Any]] = row["calibration"]
    letters = [entry for entry in found if entry["grade"] == "C"]
    return letters[0] if letters else found[len(found) // 2]


def _loss(row: Mapping[str, Any]) -> tuple[str, str]:
    return f"{row['log_loss']['model']:.4f}", f"{row['log_loss']['look_up']:.4f}"


def _size(limits: Sequence[int | None]) -> str:
    low, high = limits
    return f"courses of {low:,} or more" if high is None else f"courses of {low:,} to {high - 1:,}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
