"""The source files of a build, found and read once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from pathways.catalogue import sources
from pathways.catalogue.sources.table import Problem, Reading
from pathways.catalogue.types import Source
from pathways.errors import SourceError
from pathways.paths import REFERENCE
from pathways.yaml_file import read_yaml

NEWEST = "official-data/performance/2023-2024_england_ks5final.csv.gz"
OLDER = "official-data/performance/2021-2022_england_ks5final.csv.gz"
DESTINATIONS = "official-data/destinations/england_ks5-studest.csv.gz"


@dataclass
class Facts:
    """Reads each source file at most once and keeps what it found wrong.

    `folder` holds `official-data/` and, for an area with published facts, `area-facts/`.
    """

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)

    def path(self, relative: str) -> Path:
        """A source file; raises `SourceError` saying which file is missing and where it was looked for."""
        found = self.folder / relative
        if not found.exists():
            raise SourceError(
                f"The file {relative} is not there.",
                where=str(self.folder),
                do="Download it (docs/data.md has the addresses) or point --from at the right folder.",
            )
        return found

    def read(self, relative: str, reader: Callable[[Path], Reading]) -> pd.DataFrame:
        """Read one file, remember its hash and problems, give its table."""
        path = self.path(relative)
        return self._keep(relative, reader(path))

    def _keep(self, relative: str, reading: Reading) -> pd.DataFrame:
        self.problems.extend(reading.problems)
        self.used[relative] = reading.sha256
        return reading.table

    def totals(self, relative: str) -> pd.DataFrame:
        """The total row of each institution, qualification, size and subject."""
        reading = sources.read_institution_subjects(self.path(relative))
        self._keep(relative, reading)
        return sources.totals(reading)

    def has(self, relative: str) -> bool:
        """Whether a file is there: area facts and extras are optional."""
        return (self.folder / relative).exists()

    @cached_property
    def _results(self) -> sources.InstitutionResults:
        return self._read_results(NEWEST, "2023/24")

    def _read_results(self, relative: str, year: str) -> sources.InstitutionResults:
        read = sources.read_institution_results(self.path(relative), year=year)
        self._keep(relative, read.institutions)
        self.problems.extend((*read.results.problems, *read.earlier.problems))
        return read

    @property
    def institutions(self) -> pd.DataFrame:
        """Every institution of the 16-18 tables, one row each."""
        return self._results.institutions.table

    @property
    def results(self) -> pd.DataFrame:
        """Their results of the newest year, one row per institution, cohort and measure."""
        return self._results.results.table

    @cached_property
    def years_of_results(self) -> pd.DataFrame:
        """Their results of every year held, with `source_id`: each year from its own file where held.

        The newest file gives earlier years again, and is asked for what the older file lacks.
        """
        newest = self._results
        parts = [newest.results.table.assign(source_id="dfe-results-2024")]
        if self.has(OLDER):
            older = self._read_results(OLDER, "2021/22")
            both = (older.results.table, older.earlier.table)
            parts += [table.assign(source_id="dfe-results-2022") for table in both]
        parts.append(newest.earlier.table.assign(source_id="dfe-results-2024"))
        together = pd.concat(parts, ignore_index=True)
        return together.drop_duplicates(["urn", "cohort", "year", "measure"], ignore_index=True)

    @cached_property
    def destinations(self) -> pd.DataFrame:
        """Where leavers of each institution went; no rows where the file is absent."""
        if not self.has(DESTINATIONS):
            return pd.DataFrame(columns=["urn", "cohort", "measure", "value", "text"])
        return self.read(DESTINATIONS, sources.read_destinations)

    @cached_property
    def postcodes(self) -> pd.DataFrame:
        """Position of every English postcode, indexed by postcode."""
        table = self.read(
            "official-data/postcodes/england_postcodes_2025-11.csv.gz", sources.read_postcodes
        )
        return table.set_index("postcode")

    @cached_property
    def sectors(self) -> pd.DataFrame:
        """Mean position of every postcode sector, indexed by sector."""
        table = self.read(
            "official-data/postcodes/england_postcode_sectors.csv.gz", sources.read_sectors
        )
        return table.set_index("sector")

    @cached_property
    def register_2022(self) -> pd.DataFrame:
        """The register with closed institutions, indexed by URN: postcodes of merged campuses."""
        table = self.read(
            "official-data/institutions/register_schools_incl_independent_2022.csv.gz",
            sources.read_register,
        )
        return table.set_index("urn")

    @cached_property
    def register_2024(self) -> pd.DataFrame:
        """The register's open and closed marks of June 2024, indexed by URN."""
        table = self.read(
            "official-data/institutions/gias_data_all_2024-06.csv.gz", sources.read_register
        )
        return table.set_index("urn")

    @cached_property
    def websites(self) -> pd.Series:
        """Web addresses of 2018/19 by URN."""
        table = self.read(
            "official-data/institutions/websites_2018-19_ks5.csv.gz", sources.read_websites
        )
        return table.drop_duplicates("urn").set_index("urn")["website"]

    @cached_property
    def authorities(self) -> pd.DataFrame:
        """Local authority codes, names and regions."""
        return self.read(
            "official-data/performance/la_and_region_codes_meta.csv",
            sources.read_local_authorities,
        )


def known_sources() -> dict[str, Source]:
    """The sources that the catalogue may cite, with licence and attribution line."""
    loaded = read_yaml(REFERENCE / "sources.yaml")
    return {key: Source(source_id=key, **value) for key, value in loaded.items()}
