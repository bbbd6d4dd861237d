"""The table of sectors is built from the official file, and a damaged one is refused."""

from pathlib import Path

import pandas as pd
import pytest

from pathways.errors import SourceError
from pathways.paths import REFERENCE
from pathways.places.build import build_sectors

HEAD = "sector,postcodes,easting,northing,lat,lon,district\n"
ROW = "KT1 2,210,518000,168900,51.404191,-0.302612,E09000021\n"
OFFICIAL = (
    Path(__file__).resolve().parents[2].parent
    / "shared/official-data/postcodes/england_postcode_sectors.csv.gz"
)


def built(tmp_path, text):
    source = tmp_path / "official.csv"
    source.write_text(text, "utf-8")
    to = tmp_path / "new" / "sectors.csv"
    return build_sectors(source, to), to


def test_rows_are_sorted_and_rounded_to_four_decimals(tmp_path):
    other = "AL1 1,190,515455,206407,51.74448,-0.32912,E07000240\n"
    count, to = built(tmp_path, HEAD + ROW + other)
    assert count == 2
    assert to.read_bytes() == (
        b"sector,postcodes,lat,lon\nAL1 1,190,51.7445,-0.3291\nKT1 2,210,51.4042,-0.3026\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "cannot be read"),
        ("sector,lat\nKT1 2,51\n", "Columns are missing: postcodes, lon"),
        (HEAD + ROW + ROW, "KT1 2 is there twice"),
        (HEAD + ROW.replace("KT1 2", "KT12"), "row 2: 'KT12' is no sector"),
        (HEAD + ROW.replace("51.404191", ""), "missing or outside England"),
        (HEAD + ROW.replace("51.404191", "-0.3"), "missing or outside England"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path, text, message):
    with pytest.raises(SourceError, match=message):
        built(tmp_path, text)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(SourceError, match="cannot be read"):
        build_sectors(tmp_path / "none.csv", tmp_path / "to.csv")


@pytest.mark.official
def test_the_shipped_table_is_what_the_official_file_gives(tmp_path):
    if not OFFICIAL.exists():
        pytest.skip("the official postcode file is not beside this checkout")
    to = tmp_path / "sectors.csv"
    assert build_sectors(OFFICIAL, to) == 9132
    shipped = REFERENCE / "places" / "postcode_sectors.csv"
    assert to.read_bytes() == shipped.read_bytes()


@pytest.mark.official
def test_our_outcodes_lie_where_the_official_ones_do():
    from pathways.places.positions import outcodes

    official = OFFICIAL.with_name("england_outcodes.csv.gz")
    if not official.exists():
        pytest.skip("the official outcode file is not beside this checkout")
    table = pd.read_csv(official, keep_default_na=False).set_index("outward")
    ours = outcodes()
    order = [ours.row[name] for name in table.index]
    assert abs(ours.lats[order] - table["lat"].to_numpy()).max() < 0.001
    assert abs(ours.lons[order] - table["lon"].to_numpy()).max() < 0.001
