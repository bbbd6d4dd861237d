"""Published and typical entry rules, and which of them each offer carries."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pathways.catalogue.build.rows import rows_of
from pathways.catalogue.naming import course_id, offer_id, provider_id, site_id, slug
from pathways.catalogue.reference import qualifications, rule_subjects, subjects
from pathways.catalogue.types import Course, EntryRule, Offer, Route, RuleBasis
from pathways.matching.eligibility.typical import general_rule, subject_rule

GENERAL = "(general requirement)"

_RULE_QUALIFICATION = {
    "Level 3 vocational course": "aaq_btec",
    "Applied general": "aaq_btec",
    "Tech level": "aaq_btec",
    "Level 2 technical certificate": "level_2",
    "Level 2 course": "level_2",
    "Level 1 course": "level_1",
    "T Level": "t_level",
    "Entry level course": "entry",
    "Supported internship": "supported_internship",
} | {known.name: known.rule_qualification for known in qualifications().values()}
"""Qualification name -> the word that entry rules use for it."""


def published_rules(rows: pd.DataFrame, area: str = "KSS") -> list[EntryRule]:
    """The area's published rules. Where a provider published one in several years, the newest stands."""
    local = rows[(rows["area"] == area) & (rows["provider_urn"] != "")]
    newest: dict[tuple[str, str, str, str], dict[str, str]] = {}
    for row in rows_of(local):
        key = (row["provider_urn"], row["scope"], row["qualification"], row["subject_or_course"])
        if key not in newest or row["entry_year"] > newest[key]["entry_year"]:
            newest[key] = row
    return [
        EntryRule(
            rule_id=f"urn-{urn}:{scope}:{qualification}:{slug(subject)}",
            provider_id=provider_id(urn, "", ""),
            scope=scope,  # type: ignore[arg-type]
            qualification=qualification,
            subject=subject,
            rule=row["rule"],
            note=row["rule_note"],
            basis="published",
            entry_year=row["entry_year"],
            confidence=row["confidence"],  # type: ignore[arg-type]
            page_url=row["page_url"],
            source_id="provider-pages",
        )
        for (urn, scope, qualification, subject), row in newest.items()
    ]


def typical_rules(rows: pd.DataFrame) -> list[EntryRule]:
    """What providers whose pages could be read often ask, one rule per row, range and count kept."""
    out = []
    for row in rows_of(rows):
        general = row["subject"] == GENERAL
        out.append(
            EntryRule(
                rule_id=f"typical:{row['qualification']}:{slug(row['subject'])}",
                scope="programme" if general else "subject",
                qualification=row["qualification"],
                subject="" if general else row["subject"],
                rule=general_rule(row) if general else subject_rule(row),
                note=row["grade_basis"],
                basis="typical",
                n_providers=int(row["n_providers"]),
                lowest=row["min"],
                highest=row["max"],
                source_id="typical-pages",
            )
        )
    return out


@dataclass(frozen=True, slots=True)
class Attached:
    """Offers with their rules, and the published rules that found no offer."""

    offers: list[Offer]
    unattached: list[EntryRule]


def attach(offers: list[Offer], courses: dict[str, Course], rules: list[EntryRule]) -> Attached:
    """Give each offer its provider's programme rule and subject rule, else the typical ones.

    A published programme rule stands with a typical subject rule where the provider's own subject
    rule is not held; the offer's basis is then `typical`, the weaker of the two.
    """
    programme: dict[tuple[str, str], EntryRule] = {}
    subject: dict[tuple[str, str, str], EntryRule] = {}
    for rule in rules:
        if rule.scope == "programme":
            for qualification in _covered(rule):
                programme.setdefault((rule.provider_id, qualification), rule)
        else:
            for name in (rule.subject, *rule_subjects().get(rule.subject, ())):
                subject.setdefault((rule.provider_id, rule.qualification, name), rule)
    used: set[str] = set()
    out = []
    for offer in offers:
        if offer.programme_rule_id:
            used.add(offer.programme_rule_id)
            out.append(offer)
            continue
        owner = offer.site_id.split(".")[0]
        course = courses[offer.course_id]
        asked = _RULE_QUALIFICATION.get(course.qualification, "")
        whole = programme.get((owner, asked)) or programme.get(("", asked))
        own = subject.get((owner, asked, course.subject)) or subject.get(
            ("", asked, course.subject)
        )
        used.update(rule.rule_id for rule in (whole, own) if rule)
        out.append(
            offer.model_copy(
                update={
                    "programme_rule_id": whole.rule_id if whole else "",
                    "subject_rule_id": own.rule_id if own else "",
                    "rule_basis": _weakest(whole, own),
                }
            )
        )
    lost = [rule for rule in rules if rule.basis == "published" and rule.rule_id not in used]
    return Attached(out, lost)


def offers_of_rules(rules: list[EntryRule]) -> tuple[dict[str, Course], list[Offer]]:
    """A subject whose entry grades a provider publishes is one it lists: an offer where none was.

    Subjects whose names we do not hold make no offer.
    """
    fields = {subject.name: subject.field for subject in subjects().values()}
    courses: dict[str, Course] = {}
    offers = []
    for rule in rules:
        names = [n for n in (rule.subject, *rule_subjects().get(rule.subject, ())) if n in fields]
        made = _LISTED.get(rule.qualification)
        if rule.scope != "subject" or not names or not made:
            continue
        route, qualification = made
        course = Course(
            course_id=course_id(qualification, names[0]),
            route=route,
            qualification=qualification,
            subject=names[0],
            field=fields[names[0]],
            level="3",
        )
        courses[course.course_id] = course
        site = site_id(rule.provider_id)
        offers.append(
            Offer(
                offer_id=offer_id(site, course.course_id),
                site_id=site,
                course_id=course.course_id,
                basis="provider",
                basis_year=rule.entry_year or "year not stated",
                entries_note="not published",
                rule_basis="unknown",
                confidence=rule.confidence,
                page_url=rule.page_url,
                source_id=rule.source_id,
            )
        )
    return courses, offers


_LISTED: dict[str, tuple[Route, str]] = {
    "a_level": ("a_level", "A level"),
    "aaq_btec": ("vocational_l3", "Level 3 vocational course"),
}
"""What a published subject rule's qualification makes of a subject nobody's results show."""


def _covered(rule: EntryRule) -> tuple[str, ...]:
    """The qualifications a programme rule is for: one that names BTECs too covers both."""
    if rule.qualification == "a_level" and rule.basis == "published":
        also = "BTEC" in rule.subject or "Level 3" in rule.subject
        return ("a_level", "aaq_btec") if also else ("a_level",)
    return (rule.qualification,)


def _weakest(*rules: EntryRule | None) -> RuleBasis:
    found = [rule for rule in rules if rule]
    if not found:
        return "unknown"
    return "typical" if any(rule.basis == "typical" for rule in found) else "published"
