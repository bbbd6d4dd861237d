"""How much a course asks: the lowest grade that, held in every GCSE, would meet its entry rule.

One number for any form of rule, found by asking the same evaluator that checks learners. It finds
the "stretch" on the first screen and measures undermatch in the audit. It is never part of a score.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pathways.learner.record import Record
from pathways.matching.eligibility.rule_matrix import CompiledRules, states
from pathways.matching.eligibility.state import ASK, MEETS
from pathways.matching.table import Floats


def demand(compiled: CompiledRules, all_at: Sequence[Record]) -> Floats:
    """The bar of each unique pair of rules, 1 to 9; 0 where it asks no grade, NaN where no grade will do.

    `all_at` are records with every GCSE at grade 1, 2 ... 9, after one with none.
    """
    bar = np.full(compiled.n_pairs, np.nan)
    for grade, record in reversed(list(enumerate(all_at))):
        found = states(compiled, record, ehc_plan=False)
        # Where only a person can judge, the grades are no obstacle.
        bar[(found == MEETS) | (found == ASK)] = grade
    return bar
