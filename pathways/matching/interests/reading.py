"""What was read from a learner's own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """One subject read from a text: its id, likeness 0 to 1, and the words that said so."""

    subject: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: subjects liked, nearest first; subjects set aside; words not understood."""

    liked: tuple[Match, ...] = ()
    set_aside: tuple[Match, ...] = ()
    not_understood: tuple[str, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether anything was read at all."""
        return bool(self.liked or self.set_aside)

    def without(self, *subjects: str) -> Reading:
        """The same without subjects that the learner says were read wrongly."""
        kept = tuple(match for match in self.liked if match.subject not in subjects)
        return Reading(kept, self.set_aside, self.not_understood)

    def with_meant(self, *subjects: str) -> Reading:
        """The same with subjects that the learner says they meant, as near as can be."""
        others = tuple(match for match in self.liked if match.subject not in subjects)
        top = max((match.score for match in self.liked), default=1.0)
        meant = tuple(Match(subject, top, ()) for subject in subjects)
        return Reading((*meant, *others), self.set_aside, self.not_understood)

    def strengths(self) -> dict[str, float]:
        """Subject id to 0-1, the nearest being 1: what `fit` takes as `read`."""
        top = max((match.score for match in self.liked), default=1.0)
        return {match.subject: match.score / top for match in self.liked}

    def words_of(self) -> dict[str, tuple[str, ...]]:
        """Subject id to the learner's words that named it: what `why` takes as `words`."""
        return {match.subject: match.words for match in self.liked}
