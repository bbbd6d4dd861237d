"""From official and published files to the tables of one area."""

from pathways.catalogue.build.area import Area, area_of
from pathways.catalogue.build.build import BuildReport, build

__all__ = ["Area", "BuildReport", "area_of", "build"]
