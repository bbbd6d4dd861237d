"""What a page can offer to choose from: the subjects, fields and routes this catalogue holds."""

from __future__ import annotations

from collections import Counter

from pathways.catalogue.index import Index


def counted(index: Index, name: str) -> dict[str, int]:
    """Each value of a course column (`subject`, `field`, `route`) with its number of main offers."""
    column = index.of_course(name)
    codes = Counter(column.codes[index.main].tolist())
    return {column.words[code]: codes[code] for code in sorted(codes, key=column.words.__getitem__)}
