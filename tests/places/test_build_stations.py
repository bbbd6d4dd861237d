"""The table of railway stations is built from the official file, and a damaged one is refused."""

from pathlib import Path

import pandas as pd
import pytest

from pathways.errors import SourceError
from pathways.paths import REFERENCE
from pathways.places.build_stations import build_stations
from pathways.places.national_grid import to_degrees
from pathways.places.positions import sectors
from pathways.places.stations import SOURCE, Stations, stations
from pathways.yaml_file import read_yaml

HEAD = '"AtcoCode","CrsCode","StationName","Easting","Northing"\n'
ROW = '"1","AAA","Exampleton Rail Station",518242,169561\n'
OFFICIAL = (
    Path(__file__).resolve().parents[2].parent
    / "shared/official-data/transport/naptan_RailReferences.csv"
)


def built(tmp_path, text):
    source = tmp_path / "official.csv"
    source.write_text(text, "utf-8")
    to = tmp_path / "new" / "stations.csv"
    return build_stations(source, sectors(), to=to), to


def test_one_row_a_station_sorted_in_degrees_with_the_plain_name(tmp_path):
    platforms = '"2","AAA","Exampleton NLL Rail Station",518242,169561\n'
    other = '"3","BBB","Another (Town) Rail Station",518242,169561\n'
    count, to = built(tmp_path, HEAD + platforms + ROW + other)
    assert count == 2
    assert to.read_bytes() == (
        b"name,lat,lon\nAnother (Town),51.4127,-0.3012\nExampleton,51.4127,-0.3012\n"
    )


def test_what_is_no_railway_station_or_not_near_england_is_left_out(tmp_path):
    ferry = '"2","BBB","Example Town Quay",518242,169561\n'
    aberdour = '"3","CCC","Far Scottish Rail Station",319100,685400\n'
    count, to = built(tmp_path, HEAD + ROW + ferry + aberdour)
    assert count == 1
    assert "Exampleton" in to.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "cannot be read"),
        ('"CrsCode","StationName"\n', "Columns are missing: Easting, Northing"),
        (HEAD + ROW.replace("518242", ""), "has no position"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path, text, message):
    with pytest.raises(SourceError, match=message):
        built(tmp_path, text)


@pytest.mark.official
def test_the_shipped_table_is_what_the_official_file_gives(tmp_path):
    if not OFFICIAL.exists():
        pytest.skip("the official station file is not beside this checkout")
    to = tmp_path / "stations.csv"
    assert build_stations(OFFICIAL, sectors(), to=to) == 2015
    assert to.read_bytes() == (REFERENCE / "places" / "rail_stations.csv").read_bytes()


@pytest.mark.parametrize(
    ("east", "north", "lat", "lon"),
    [
        (515455, 206407, 51.74448, -0.32912),
        (
            651409.903,
            313177.270,
            52.65798,
            1.71605,
        ),  # the worked example of Ordnance Survey's guide
    ],
)
def test_a_grid_position_becomes_degrees(east, north, lat, lon):
    found = to_degrees(east, north)
    assert float(found[0]) == pytest.approx(lat, abs=2e-5)
    assert float(found[1]) == pytest.approx(lon, abs=2e-5)


@pytest.mark.official
def test_the_grid_agrees_with_official_postcodes():
    official = OFFICIAL.parents[1] / "postcodes" / "england_postcodes_2025-11.csv.gz"
    if not official.exists():
        pytest.skip("the official postcode file is not beside this checkout")
    table = pd.read_csv(official, keep_default_na=False, nrows=20_000)
    lats, lons = to_degrees(table["easting"], table["northing"])
    assert abs(lats - table["lat"]).max() < 1e-5
    assert abs(lons - table["lon"]).max() < 1e-5


def test_the_nearest_station_is_named_with_its_distance():
    near = stations().nearest(51.3925, -0.3045)
    assert near is not None
    assert near.name == "Surbiton"
    assert near.km < 0.1


def test_where_there_are_no_stations_there_is_no_nearest():
    empty = Stations((), stations().lats[:0], stations().lons[:0])
    assert empty.nearest(51.4, -0.3) is None


def test_the_source_of_the_stations_is_listed():
    held = read_yaml(REFERENCE / "sources.yaml")[SOURCE]
    assert "Open Government Licence" in held["licence"]
    assert "2015/16" in held["year"]
