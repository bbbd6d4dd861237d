"""Results as few bytes, and back: three bytes for a known subject, half a byte for a GCSE grade."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pathways.learner.learner import Result
from pathways.learner.qualifications import qualifications
from pathways.learner.subjects import subjects
from pathways.plan.packing import Reader, by_hash, number, short_hash, text
from pathways.plan.symbols import damaged

_SIZE = 3
_PREDICTED, _UNREGULATED, _OWN_SUBJECT, _NOT_GCSE = 1, 2, 4, 8
_GRADES: tuple[str | None, ...] = (None, *"123456789", "U", "not taken")
_PAIR, _OWN_GRADE = 12, 13
_KNOWN, _OWN = 0, 1


def pack_result(result: Result) -> bytes:
    """One result: what is usual takes four bytes, anything else is written out."""
    known = _name(short_hash(result.subject, _SIZE)) == result.subject
    grade, rest = _grade(result.grade)
    head = (
        (_PREDICTED if result.status == "predicted" else 0)
        | (0 if result.regulated else _UNREGULATED)
        | (0 if known else _OWN_SUBJECT)
        | (0 if result.qualification == "GCSE" else _NOT_GCSE)
        | grade << 4
    )
    subject = short_hash(result.subject, _SIZE) if known else text(result.subject)
    kind = b"" if result.qualification == "GCSE" else _word(result.qualification)
    return bytes([head]) + subject + kind + rest


def read_result(reader: Reader) -> Result:
    """The next result; raises `PlanCodeError`."""
    head = reader.byte()
    subject = reader.text() if head & _OWN_SUBJECT else _known(reader)
    qualification = "GCSE"
    if head & _NOT_GCSE:
        qualification = reader.text() if reader.byte() == _OWN else _known(reader)
    return Result(
        subject=subject,
        qualification=qualification,
        grade=_read_grade(head >> 4, reader),
        status="predicted" if head & _PREDICTED else "actual",
        regulated=not head & _UNREGULATED,
    )


def pack_results(results: tuple[Result, ...]) -> bytes:
    """All results, how many first."""
    return number(len(results)) + b"".join(pack_result(one) for one in results)


def read_results(reader: Reader) -> tuple[Result, ...]:
    """All results, in order."""
    return tuple(read_result(reader) for _ in range(reader.number()))


def _grade(grade: str | None) -> tuple[int, bytes]:
    """Half a byte for the grade, and what does not fit into it."""
    if grade in _GRADES:
        return _GRADES.index(grade), b""
    written = str(grade)
    first, _, second = written.partition("-")
    digits = _GRADES[1:10]
    if first in digits and second in digits:
        return _PAIR, bytes([int(first) << 4 | int(second)])
    return _OWN_GRADE, text(written)


def _read_grade(half: int, reader: Reader) -> str | None:
    if half < len(_GRADES):
        return _GRADES[half]
    if half == _PAIR:
        pair = reader.byte()
        return f"{pair >> 4}-{pair & 15}"
    if half == _OWN_GRADE:
        return reader.text()
    raise damaged()


def _word(words: str) -> bytes:
    if _name(short_hash(words, _SIZE)) == words:
        return bytes([_KNOWN]) + short_hash(words, _SIZE)
    return bytes([_OWN]) + text(words)


def _known(reader: Reader) -> str:
    name = _name(reader.take(_SIZE))
    if name is None:
        raise damaged()
    return name


def _name(key: bytes) -> str | None:
    return _names().get(key)


@cache
def _names() -> Mapping[bytes, str]:
    """Every subject and qualification that the results page knows, by its hash."""
    known = {one.name for one in subjects()} | {one.name for one in qualifications()}
    return MappingProxyType(by_hash(known, _SIZE))
