"""The catalogue in memory: read-only columns, and per offer what matching reads.

Built once from the tables, shared by every session. `requirement` groups offers
by their pair of entry rules, so that a pair is checked once for a learner and
the answer gathered for all its offers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pathways.catalogue.columns import Codes, Column, Floats, Table, frozen
from pathways.catalogue.reference import lane_of
from pathways.seeded import Keys, digest

LANES = ("school", "college", "work", "fee_paying")
"""Lane codes, in code order. The order is no ranking; pages draw it from the session's seed."""


@dataclass(frozen=True, eq=False)
class Index:
    """The tables of one catalogue as columns, and what follows from them per offer."""

    tables: Mapping[str, Table]

    def __len__(self) -> int:
        return len(self.offers)

    @property
    def offers(self) -> Table:
        """One row per offer."""
        return self.tables["offers"]

    @cached_property
    def course_of(self) -> Codes:
        """Row of `courses` per offer."""
        return self.tables["courses"].match("course_id", self.offers["course_id"])

    @cached_property
    def site_of(self) -> Codes:
        """Row of `sites` per offer."""
        return self.tables["sites"].match("site_id", self.offers["site_id"])

    @cached_property
    def provider_of_site(self) -> Codes:
        """Row of `providers` per site."""
        return self.tables["providers"].match("provider_id", self.tables["sites"]["provider_id"])

    @cached_property
    def provider_of(self) -> Codes:
        """Row of `providers` per offer."""
        return frozen(self.provider_of_site[self.site_of])  # type: ignore[return-value]

    @property
    def unlinked(self) -> str:
        """The first offer whose course, site or provider is not in its table; "" where all are."""
        lost = (self.course_of < 0) | (self.site_of < 0) | (self.provider_of < 0)
        return self.offers["offer_id"][int(np.argmax(lost))] if lost.any() else ""

    def of_course(self, name: str) -> Column:
        """A column of `courses`, seen per offer."""
        return self._seen(self.tables["courses"][name], self.course_of)

    def of_provider(self, name: str) -> Column:
        """A column of `providers`, seen per offer."""
        return self._seen(self.tables["providers"][name], self.provider_of)

    @staticmethod
    def _seen(column: Column, rows: Codes) -> Column:
        return Column(frozen(column.codes[rows]), column.blob, column.ends)  # type: ignore[arg-type]

    @cached_property
    def lat(self) -> Floats:
        """Latitude per offer; NaN where the site's place is not published."""
        return frozen(self.tables["sites"].floats("lat")[self.site_of])  # type: ignore[return-value]

    @cached_property
    def lon(self) -> Floats:
        """Longitude per offer; NaN where the site's place is not published."""
        return frozen(self.tables["sites"].floats("lon")[self.site_of])  # type: ignore[return-value]

    @cached_property
    def lane(self) -> npt.NDArray[np.int8]:
        """Lane code per offer, into `LANES`."""
        kind, route = self.of_provider("kind"), self.of_course("route")
        table = np.array(
            [
                [LANES.index(lane_of(k, r)) for r in route.words]  # type: ignore[arg-type]
                for k in kind.words
            ],
            np.int8,
        ).reshape(len(kind.words), len(route.words))
        return frozen(table[kind.codes, route.codes])  # type: ignore[return-value]

    @cached_property
    def main(self) -> npt.NDArray[np.bool_]:
        """Which offers can be a learner's main course; the others are taken alongside one."""
        return frozen(self.of_course("part").where(["main"]))  # type: ignore[return-value]

    @cached_property
    def digest(self) -> Keys:
        """The fixed number of each offer id, from which the draw inside ties is made."""
        column = self.offers["offer_id"]
        words = np.array([digest(word) for word in column.words], np.uint64)
        return frozen(words[column.codes])  # type: ignore[return-value]

    @cached_property
    def _requirements(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        programme, subject = self.offers["programme_rule_id"], self.offers["subject_rule_id"]
        pair = programme.codes.astype(np.int64) * max(1, len(subject.words)) + subject.codes
        return np.unique(pair, return_inverse=True)

    @cached_property
    def requirement(self) -> Codes:
        """Code of the pair (programme rule, subject rule) per offer, into `requirements`."""
        return frozen(self._requirements[1].astype(np.int32).reshape(-1))  # type: ignore[return-value]

    @cached_property
    def requirements(self) -> tuple[tuple[str, str], ...]:
        """The distinct pairs of rule ids; an empty id means that no such rule is held."""
        programme, subject = self.offers["programme_rule_id"], self.offers["subject_rule_id"]
        width = max(1, len(subject.words))
        return tuple(
            (programme.words[pair // width], subject.words[pair % width])
            for pair in self._requirements[0].tolist()
        )

    @cached_property
    def rule_row(self) -> Mapping[str, int]:
        """Row of `entry_rules` by rule id."""
        column = self.tables["entry_rules"]["rule_id"]
        return {column[row]: row for row in range(len(column))}

    @cached_property
    def offer_row(self) -> Mapping[str, int]:
        """Row of `offers` by offer id."""
        column = self.offers["offer_id"]
        return {column[row]: row for row in range(len(column))}

    def rows_of_provider(self, table: str, provider: str) -> list[int]:
        """Rows of `results`, `events`, `notes` or `sites` that are about a provider."""
        column = self.tables[table]["provider_id"]
        code = column.code_of.get(provider)
        return [] if code is None else np.flatnonzero(column.codes == code).tolist()
