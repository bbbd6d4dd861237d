"""What is wrong with the results as entered: found by the core, said beside the field."""

from __future__ import annotations

from pathways.errors import PostcodeError
from pathways.learner.read_record import check_results
from pathways.places.postcodes import parse_postcode
from pathways.ui import keys, state
from pathways.ui.parts.frame import Problem
from pathways.words import say


def problems() -> tuple[Problem, ...]:
    """Everything to put right before the options can be shown; empty when all is well."""
    rows = state.rows()
    nation = state.get(keys.NATION) or "england"
    found = [
        Problem(rows[problem.row].key, problem.message)
        for problem in check_results([row.result for row in rows], nation=nation)
    ]
    if state.no_results():
        found.append(Problem(keys.grade("English Language"), say("UI_PROBLEM_NO_GRADES")))
    postcode = (state.get(keys.POSTCODE) or "").strip()
    if postcode:
        try:
            parse_postcode(postcode)
        except PostcodeError as error:
            found.append(Problem(keys.POSTCODE, error.message))
    return tuple(found)
