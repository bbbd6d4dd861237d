"""One reader for each kind of official or provider file.

Every reader answers with a `Reading`: the good rows as a table, a `Problem` for each
row or cell that was left out, and which file it was. A file that cannot be used at
all raises `SourceError`. Readers know file layouts and nothing of catalogues.
"""

from __future__ import annotations

from pathways.catalogue.sources.apprenticeships import (
    read_breakdowns,
    read_districts,
    read_standards,
)
from pathways.catalogue.sources.area_facts import (
    read_campuses,
    read_college_courses,
    read_entry_requirements,
    read_events,
    read_provider_notes,
    read_typical_requirements,
)
from pathways.catalogue.sources.destinations import read_destinations
from pathways.catalogue.sources.draft import Draft
from pathways.catalogue.sources.institution_results import (
    InstitutionResults,
    read_institution_results,
)
from pathways.catalogue.sources.institution_subjects import read_institution_subjects, totals
from pathways.catalogue.sources.local_authorities import read_local_authorities
from pathways.catalogue.sources.numbers import NOT_PUBLISHED, Number, read_number, read_numbers
from pathways.catalogue.sources.postcodes import read_outcodes, read_postcodes, read_sectors
from pathways.catalogue.sources.qualifications import read_approved
from pathways.catalogue.sources.register import RegisterReading, read_register
from pathways.catalogue.sources.t_levels import (
    read_course_directory,
    read_t_level_additional,
    read_t_level_providers,
)
from pathways.catalogue.sources.table import (
    Headings,
    Problem,
    Reading,
    draft_text_table,
    read_text_table,
)
from pathways.catalogue.sources.websites import read_websites

__all__ = [
    "NOT_PUBLISHED",
    "Draft",
    "Headings",
    "InstitutionResults",
    "Number",
    "Problem",
    "Reading",
    "RegisterReading",
    "draft_text_table",
    "read_approved",
    "read_breakdowns",
    "read_campuses",
    "read_college_courses",
    "read_course_directory",
    "read_destinations",
    "read_districts",
    "read_entry_requirements",
    "read_events",
    "read_institution_results",
    "read_institution_subjects",
    "read_local_authorities",
    "read_number",
    "read_numbers",
    "read_outcodes",
    "read_postcodes",
    "read_provider_notes",
    "read_register",
    "read_sectors",
    "read_standards",
    "read_t_level_additional",
    "read_t_level_providers",
    "read_text_table",
    "read_typical_requirements",
    "read_websites",
    "totals",
]
