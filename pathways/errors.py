"""Every error Pathways raises on purpose.

    PathwaysError
    ├── InputError            what a person typed or uploaded cannot be read
    │   ├── GradeError        a grade that its scale does not have
    │   ├── SubjectError      a subject nobody knows
    │   ├── PostcodeError     a postcode that is not one, or is not in England
    │   ├── LearnerError      a learner file with a wrong or unknown field
    │   └── PlanCodeError     a plan code that cannot be read, or a plan that no code can hold
    ├── SourceError           an official or provider file that cannot be read at all
    ├── RuleError             an entry rule that does not parse
    ├── RuleValueError        dated values that contradict each other or lack a source
    └── CatalogueError        a catalogue folder that is missing, damaged or of another version

Each message is for a person: what happened, where, and what to do next.
"""

from __future__ import annotations


class PathwaysError(Exception):
    """Root of the tree: catching it catches everything Pathways raises on purpose."""

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what = what
        self.where = where
        self.do = do
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The whole message as one line: where, what, and what to do."""
        start = f"{self.where}: {self.what}" if self.where else self.what
        return f"{start} {self.do}".strip()


class InputError(PathwaysError):
    """What a person typed or uploaded cannot be read."""


class GradeError(InputError):
    """A grade that its scale does not have."""


class SubjectError(InputError):
    """A subject nobody knows."""


class PostcodeError(InputError):
    """A postcode that is not one, or is not in England."""


class LearnerError(InputError):
    """A learner file with a wrong or unknown field."""


class PlanCodeError(InputError):
    """A plan code that cannot be read, or a plan that no code can hold."""


class SourceError(PathwaysError):
    """An official or provider file that cannot be read at all."""


class RuleError(PathwaysError):
    """An entry rule that does not parse."""


class RuleValueError(PathwaysError):
    """Dated values that contradict each other or lack a source."""


class CatalogueError(PathwaysError):
    """A catalogue folder that is missing, damaged or of another version."""
