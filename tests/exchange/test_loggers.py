"""Files of temperature loggers as their makers write them: the readings are found, what is in doubt is asked about."""

import csv
import io
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.bench_date import DateOrder
from freezerapp.domain.temperature_log import interval_s
from freezerapp.exchange.loggers import (
    LoggerDayUnclear,
    LoggerFile,
    LoggerTooLarge,
    LoggerUnitUnknown,
    NoReadings,
    logger_of,
    moment_text,
    read_logger,
)
from freezerapp.exchange.tables import FileEmpty, FileNotThere, NotAList

# As the programs of several makers write them, with numbers of our own.
HOBO = """"Plot Title: Shipper 4"
"#","Date Time, GMT+02:00","Temp, °C (LGR S/N: 20540001, SEN S/N: 20540001, LBL: probe)","Stopped (LGR S/N: 20540001)"
1,11/22/26 02:05:00 PM,-71.25,
2,11/22/26 02:15:00 PM,-70.5,
3,11/22/26 02:25:00 PM,,Logged
4,11/22/26 02:25:00 PM,-55.0,
"""
EASYLOG = """Shipper 4,Time,Celsius(°C),High Alarm,Low Alarm,Serial Number
1,22/11/2026 14:05:00,-71.25,-60.0,-90.0,010012345
2,22/11/2026 14:15:00,-70.5,-60.0,-90.0
3,22/11/2026 14:25:00,-55.0,-60.0,-90.0
"""
SEMICOLONS = """Nom de l'enregistreur;Colis 4
Numéro de série;38123456
Intervalle;10 min
Date;Heure;Température (°C)
22/11/2026;14:05:00;-71,25
22/11/2026;14:15:00;-70,5
22/11/2026;14:25:00;-55,0
"""
FRENCH_ONE_CELL = """Date/Heure;Température (°C)
22/11/2026 14:05;-71,25
22/11/2026 14:15;-70,5
22/11/2026 14:25;-55,0
"""
UNIT_IN_CELLS = """Record\tTime\tTemperature
1\t22 Nov 2026 14:05:00\t-71.25 °C
2\t22 Nov 2026 14:15:00\t-70.5 °C
3\t22 Nov 2026 14:25:00\t-55.0 °C
"""
ISO = """timestamp,temperature_C,humidity
2026-11-22T14:05:00+01:00,-71.25,40
2026-11-22T14:15:00+01:00,-70.5,41
2026-11-22T14:25:00+01:00,-55,42
"""
NEWEST_FIRST = """Device ID:,TL-88213
Temperature unit:,°C
No.,Date Time,Temp
3,2026-11-22 14:25:00,−55.0
2,2026-11-22 14:15:00,−70.50
1,2026-11-22 14:05:00,−71.25
"""
FAHRENHEIT = """Index,Date/Time,Temperature (°F)
1,11/22/2026 2:05 PM,-96.25
2,11/22/2026 2:15 PM,-94.9
3,11/22/2026 2:25 PM,-67.0
"""
BARE = """2026-11-22 14:05:00,-71.25 °C
2026-11-22 14:15:00,-70.5 °C
2026-11-22 14:25:00,-55.0 °C
"""
WANTED = (-7125, -7050, -5500)


def read(text: str, encoding: str = "utf-8", **told: object) -> LoggerFile:
    return logger_of(text.encode(encoding), "file", **told)  # type: ignore[arg-type]


def moments(found: LoggerFile) -> list[str]:
    return [moment_text(each) for each in found.log.moments]


@pytest.mark.parametrize(
    ("text", "channel", "serial", "zone"),
    [
        (HOBO, "Temp, °C (LGR S/N: 20540001, SEN S/N: 20540001, LBL: probe)", "20540001", "GMT+02:00"),
        (EASYLOG, "Celsius(°C)", "010012345", ""),
        (SEMICOLONS, "Température (°C)", "38123456", ""),
        (FRENCH_ONE_CELL, "Température (°C)", "", ""),
        (UNIT_IN_CELLS, "Temperature", "", ""),
        (ISO, "temperature_C", "", ""),
        (NEWEST_FIRST, "Temp", "TL-88213", ""),
        (FAHRENHEIT, "Temperature (°F)", "", ""),
        (BARE, "", "", ""),
    ],
    ids=["hobo", "easylog", "semicolons", "french", "cells", "iso", "newest", "fahrenheit", "bare"],
)
def test_each_maker_is_read(text: str, channel: str, serial: str, zone: str) -> None:
    found = read(text)
    assert found.log.temperatures == WANTED
    assert moments(found) == ["2026-11-22T14:05:00", "2026-11-22T14:15:00", "2026-11-22T14:25:00"]
    assert interval_s(found.log) == 600
    assert (found.channel, found.serial, found.zone, found.failed) == (channel, serial, zone, 0)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_old_and_wide_encodings_are_read(encoding: str) -> None:
    assert read(SEMICOLONS, encoding).log.temperatures == WANTED


def test_of_several_temperatures_one_is_chosen_and_the_others_are_told() -> None:
    text = (
        "Date Time,Temp1 (°C),Temp2 (°C),Max Temp (°C)\n2026-11-22 14:05:00,-70,-20,0\n2026-11-22 14:06:00,-71,-21,0\n"
    )
    found = read(text)
    assert (found.log.temperatures, found.others) == ((-7000, -7100), ("Temp2 (°C)",))
    found = read(text, channel="Temp2 (°C)")
    assert (found.log.temperatures, found.others) == ((-2000, -2100), ("Temp1 (°C)",))


def test_a_failed_sensor_is_no_temperature() -> None:
    text = ISO + "2026-11-22T14:35:00,-9999,1\n2026-11-22T14:45:00,---,1\n2026-11-22T14:55:00,-55,1\n"
    found = read(text)
    assert (found.log.temperatures, found.failed) == ((*WANTED, -5500), 2)


def test_an_unknown_unit_is_asked_about() -> None:
    text = "Time,Temperature\n2026-11-22 14:05:00,-70\n2026-11-22 14:06:00,-71\n"
    with pytest.raises(LoggerUnitUnknown) as refusal:
        read(text)
    assert refusal.value.heading == "Temperature"
    assert read(text, unit="C").log.temperatures == (-7000, -7100)
    assert read(text, unit="F").log.temperatures == (-5667, -5722)
    with pytest.raises(LoggerUnitUnknown):
        read("Alarm:,-60 °C,32 °F\n" + text)


def test_the_days_that_follow_each_other_are_meant() -> None:
    french = "Date;Heure;°C\n03/04/2026;23:50;-70,0\n04/04/2026;00:00;-70,1\n05/04/2026;00:10;-70,2\n"
    assert moments(read(french))[0] == "2026-04-03T23:50:00"
    american = "Date,Time,°C\n04/03/2026,23:50,-70.0\n04/04/2026,00:00,-70.1\n04/05/2026,00:10,-70.2\n"
    assert moments(read(american))[0] == "2026-04-03T23:50:00"


def test_a_single_day_that_can_be_two_is_asked_about() -> None:
    text = "Date;Heure;°C\n03/04/2026;10:00;-70\n03/04/2026;10:10;-71\n"
    with pytest.raises(LoggerDayUnclear) as refusal:
        read(text)
    assert refusal.value.days == ("2026-03-04", "2026-04-03")
    assert moments(read(text, order=DateOrder.MONTH_FIRST))[0] == "2026-03-04T10:00:00"
    assert moments(read(text.replace("03/04", "04/04")))[0] == "2026-04-04T10:00:00"


@pytest.mark.parametrize(
    "text",
    [
        *("a,b\n1,2\n", "Date;Heure;Température (°C)\n", "Time,Temperature (°C)\nyesterday,-70\n"),
        *("tube,material\nMC1,CSF\n", "Date,Temperature °C\n2026-11-22 25:00:00,-70\n"),
    ],
)
def test_a_file_without_readings_is_refused(text: str) -> None:
    with pytest.raises(NoReadings):
        read(text)


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotThere):
        read_logger(tmp_path / "gone.csv")
    with pytest.raises(FileEmpty):
        logger_of(b"", "file")
    with pytest.raises(NotAList):
        logger_of(b"%PDF-1.4", "file")
    with pytest.raises(LoggerTooLarge):
        logger_of(b"x" * 20_000_001, "file")
    path = tmp_path / "log.csv"
    path.write_text(ISO, encoding="utf-8")
    assert read_logger(path).log.temperatures == WANTED


@given(
    st.datetimes(datetime(2015, 1, 13), datetime(2035, 1, 1)).map(lambda each: each.replace(microsecond=0)),
    st.lists(st.integers(-1960, 600), min_size=2, max_size=30),
    st.sampled_from([30, 60, 300, 600]),
    st.sampled_from([(";", ","), (",", "."), ("\t", "."), ("\t", ",")]),
    st.sampled_from(["%Y-%m-%d %H:%M:%S", "%d %b %Y %H:%M:%S", "%Y/%m/%d %H:%M:%S"]),
    st.sampled_from(["Date/Time|Temperature °C", "Date Heure|Temp. (°C)", "Horodatage|T (°C) Température"]),
)
def test_whatever_is_logged_is_read_back(
    start: datetime, tenths: list[int], step: int, marks: tuple[str, str], form: str, headings: str
) -> None:
    delimiter, decimal = marks
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["Logger", "X"])
    writer.writerow(headings.split("|"))
    for at, tenth in enumerate(tenths):
        when = start + timedelta(seconds=at * step)
        writer.writerow([when.strftime(form), f"{tenth / 10:.1f}".replace(".", decimal)])
    found = read(text.getvalue())
    assert found.log.temperatures == tuple(tenth * 10 for tenth in tenths)
    assert moments(found)[0] == start.isoformat()
    assert interval_s(found.log) == step


@given(st.text(max_size=300))
def test_no_text_ends_in_anything_but_a_log_or_a_refusal(text: str) -> None:
    try:
        found = read("Date,Temp °C\n2026-11-22 10:00,5\n" + text)
    except (NoReadings, LoggerUnitUnknown, LoggerDayUnclear, NotAList):
        return
    except UnicodeEncodeError:
        return
    assert len(found.log.moments) == len(found.log.temperatures) > 0
