"""Why a learner file is refused: pydantic's errors, said for a person and without their answers.

Messages name fields and never repeat a value: a value may be personal.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from pydantic import ValidationError

from pathways.errors import LearnerError
from pathways.learner.spelling import key
from pathways.paths import REFERENCE
from pathways.yaml_file import parse_yaml

_SAID = {
    "missing": "is missing",
    "string_type": 'must be text in quotes, such as "5"',
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "tuple_type": "must be a list in square brackets",
    "list_type": "must be a list in square brackets",
    "dict_type": "must be a group of fields in curly brackets",
    "model_type": "must be a group of fields in curly brackets",
    "model_attributes_type": "must be a group of fields in curly brackets",
}


@cache
def _personal_fields() -> frozenset[str]:
    text = (REFERENCE / "personal_fields.yaml").read_text("utf-8")
    return frozenset(key(str(name)) for name in parse_yaml(text)["fields"])


def refused(error: ValueError) -> LearnerError:
    """One error that names every field at fault, in the order of the file."""
    if not isinstance(error, ValidationError):
        return LearnerError(
            "This learner cannot be read.", do="Check the file against the example."
        )
    found = error.errors(include_url=False, include_input=False)
    messages = list(dict.fromkeys(_sentence(problem["loc"], problem) for problem in found))
    personal = any(_is_personal(problem) for problem in found)
    unknown = any(problem["type"] == "extra_forbidden" for problem in found)
    do = (
        "Take out what is not needed, so that nobody can be known from the file."
        if personal
        else ""
    )
    if unknown and not personal:
        do = "Check the spelling, or take the field out."
    return LearnerError(" ".join(messages), do=do)


def _is_personal(problem: Any) -> bool:
    return (
        problem["type"] == "extra_forbidden" and key(str(problem["loc"][-1])) in _personal_fields()
    )


def _sentence(loc: Sequence[str | int], problem: Any) -> str:
    field = f'"{_path(loc)}"'
    if _is_personal(problem):
        return f"Pathways does not need {field} and does not use it."
    if problem["type"] == "extra_forbidden":
        return f"We do not know the field {field}."
    return f"The field {field} {_rule(problem)}."


def _rule(problem: Any) -> str:
    limits = problem.get("ctx", {})
    kind = problem["type"]
    if kind == "literal_error":
        return f"must be one of {limits['expected'].replace(chr(39), '')}"
    bounds = {
        "greater_than_equal": ("ge", "must be {} or more"),
        "less_than_equal": ("le", "must be {} or less"),
    }
    if kind in bounds:
        name, sentence = bounds[kind]
        return sentence.format(limits[name])
    return _SAID.get(kind, "is not of the kind that is asked")


def _path(loc: Sequence[str | int]) -> str:
    """A field as a person finds it: ("results", 2, "grade") is "results, row 3, grade"."""
    parts = [f"row {step + 1}" if isinstance(step, int) else step for step in loc]
    return ", ".join(part for part in parts if part != "[key]") or "file"
