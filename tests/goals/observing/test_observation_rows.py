"""Observations read from tables: columns in two languages, numbers as documents write them, all faults at once."""

import datetime
import io
import unicodedata
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from time import process_time
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import CatalogueError
from vstbpn.goals.observing.columns import ObservationsError
from vstbpn.goals.observing.observation import Observation, ObservationStatus, Sex
from vstbpn.goals.observing.rows import observations_from_rows
from vstbpn.organisations.units.unit import OrganisationUnit

ROW = {"unit": "mn-8", "period": "2025", "numerator": 31}


def faults(rows: object) -> list[str]:
    with pytest.raises(ObservationsError) as caught:
        observations_from_rows(rows)  # type: ignore[arg-type]  # It is refused.
    return list(caught.value.faults)


def one(**cells: object) -> Observation:
    (observation,) = observations_from_rows([ROW | cells])
    return observation


class TestColumns:
    def test_in_english(self) -> None:
        cells = {
            "indicator": "1.1",
            "sex": "F",
            "denominator": "50",
            "status": "P",
            "source": "báo cáo năm",
        }
        assert one(**cells) == Observation(
            numerator=31,
            denominator=50,
            period="2025",
            unit="mn-8",
            indicator="1.1",
            sex=Sex.FEMALE,
            status=ObservationStatus.PROVISIONAL,
            source="báo cáo năm",
        )

    def test_in_vietnamese(self) -> None:
        text = "STT;Chỉ số;Đơn vị;Kỳ;Giới tính;Tử số;Tổng số;Tình trạng;Nguồn;Ghi chú\n"
        text += "1;1.1;mn-8;2025-H1;Nữ;1.204;2.408;ước tính;báo cáo;x\n"
        assert observations_from_rows(text) == (
            Observation(
                numerator=1204,
                denominator=2408,
                period="2025-H1",
                unit="mn-8",
                indicator="1.1",
                sex=Sex.FEMALE,
                status=ObservationStatus.ESTIMATED,
                source="báo cáo",
            ),
        )

    def test_that_are_not_there_or_not_known(self) -> None:
        found = faults([{"unit": "a", "perod": "2025", "số trẻ": 3}])
        assert found[0] == "column 'perod': unknown column: did you mean 'period'?"
        assert found[1].startswith("column 'số trẻ': unknown column: leave it out, the columns are indicator")
        assert [fault.split(":")[0] for fault in found[2:]] == [
            "there is no column 'period'",
            "there is no column 'numerator'",
        ]

    def test_that_are_there_twice(self) -> None:
        assert faults([ROW | {"tử số": 3}]) == [
            "column 'tử số': there are two columns 'numerator': leave one of them out"
        ]

    def test_that_are_no_names(self) -> None:
        assert "column '(int)': unknown column" in faults([ROW | {5: 3}])[0]


class TestTables:
    def test_rows_with_other_keys(self) -> None:
        rows = [ROW, MappingProxyType(ROW | {"sex": "nam"}), {"numerator": 1, "period": "2025", "unit": "a"}]
        assert [observation.sex for observation in observations_from_rows(rows)] == [Sex.TOTAL, Sex.MALE, Sex.TOTAL]

    def test_of_a_generator_a_file_and_bytes(self, tmp_path: Path) -> None:
        text = "unit,period,numerator\nmn-8,2025,31\n"
        path = tmp_path / "so-lieu.csv"
        path.write_text(text, encoding="utf-8")
        expected = observations_from_rows([ROW])
        for given_ in ((row for row in [ROW]), text, text.encode(), path, io.StringIO(text)):
            assert observations_from_rows(given_) == expected

    def test_without_rows(self) -> None:
        assert observations_from_rows([]) == ()
        assert observations_from_rows("unit,period,numerator\n") == ()
        assert len(faults("")) == 3

    def test_rows_that_end_early_or_late(self) -> None:
        assert observations_from_rows("unit,period,numerator,sex,\nmn-8,2025,31\n") == (one(),)
        assert faults("unit,period,numerator\na,2025,1,5\n") == [
            "row 2: there are 4 cells, and the header has 3: put cells that hold the delimiter in quotation marks"
        ]

    @pytest.mark.parametrize("wrong", [5, None, {"unit": "a"}, [5], ["abc"], "so-lieu.csv", b"\xff\xfea"])
    def test_that_are_none(self, wrong: object) -> None:
        assert len(faults(wrong)) == 1


class TestCounts:
    @pytest.mark.parametrize(
        ("cell", "count"),
        [
            ("1.234", 1234),
            ("1.234,5", Decimal("1234.5")),
            ("1,5", Decimal("1.5")),
            ("0,125", Decimal("0.125")),
            (" 31 ", 31),
            ("2,0", 2),
            (31, 31),
            (31.0, 31),
            (Decimal("2.50"), Decimal("2.50")),
            (Decimal(3), 3),
            (0, 0),
        ],
    )
    def test_that_are_read(self, cell: object, count: object) -> None:
        found = one(numerator=cell).numerator
        assert (found, type(found)) == (count, type(count))
        assert one(numerator=0, denominator=cell).denominator == count

    @pytest.mark.parametrize(
        ("cell", "fault"),
        [
            ("62%", "'62%' is a share: give counts, not percentages"),
            ("62 phần trăm", "give counts, not percentages"),
            ("1,234", "cannot tell what '1,234' means"),
            ("abc", "cannot read 'abc': write a number from 0 up"),
            ("-3", "cannot read '-3'"),
            (-3, "counts are 0 or more"),
            (1.5, "counts are exact"),
            (True, "counts are exact"),
            (float("inf"), "counts are exact"),
            (Decimal("NaN"), "finite"),
            (10**18, "below 10^18"),
            ([1], "counts are exact"),
            ("", "the cell is blank"),
            (None, "the cell is blank"),
            (float("nan"), "the cell is blank"),
        ],
    )
    def test_that_are_not(self, cell: object, fault: str) -> None:
        (found,) = faults([ROW | {"numerator": cell}])
        assert found.startswith("row 2, column 'numerator': ")
        assert fault in found

    @pytest.mark.parametrize(("cell", "written"), [(0.62, "0.62"), (1e300, "1e+300"), (float("-inf"), "-inf")])
    def test_with_a_point_are_told_as_they_are(self, cell: float, written: str) -> None:
        (found,) = faults([ROW | {"numerator": cell}])
        assert found.startswith(f"row 2, column 'numerator': cannot read {written}: counts ")

    @pytest.mark.parametrize(
        ("count", "more"), [(3, ""), (4, " (and in 1 more row)"), (280, " (and in 277 more rows)")]
    )
    def test_many_equal_faults_are_told_by_the_first(self, count: int, more: str) -> None:
        start, end = "column 'numerator': '62%' is a share", ": give counts, not percentages"
        assert faults([ROW | {"numerator": "62%"}] * count + [ROW | {"numerator": "63%"}]) == [
            f"row 2, {start}{end}",
            f"row 3, {start}{end}",
            f"row 4, {start}{more}{end}",
            f"row {count + 2}, column 'numerator': '63%' is a share{end}",
        ]

    def test_out_of_nothing(self) -> None:
        assert faults([ROW | {"denominator": 0}, ROW | {"numerator": 0, "denominator": 0}]) == [
            "row 2, column 'denominator': 31 cannot be counted out of nothing: write out of how many"
        ]

    def test_out_of_nobody_knows(self) -> None:
        rows = [ROW | {"denominator": cell} for cell in ("", None, " ", 50)]
        assert [each.denominator for each in observations_from_rows(rows)] == [None, None, None, 50]


class TestOtherCells:
    @pytest.mark.parametrize(
        ("cell", "sex"),
        [
            ("F", "F"),
            ("nữ", "F"),
            ("NAM", "M"),
            ("chung", "_T"),
            ("tổng", "_T"),
            ("_U", "_U"),
            ("", "_T"),
            (Sex.MALE, "M"),
        ],
    )
    def test_sexes(self, cell: object, sex: str) -> None:
        assert one(sex=cell).sex is Sex(sex)  # type: ignore[call-arg]  # Members are found by their values.

    def test_units_and_periods_as_values(self) -> None:
        read = one(unit=OrganisationUnit(id="mn-9"), period=ReportingPeriod.parse("2025-Q1"))
        assert (read.unit, read.period) == ("mn-9", "2025-Q1")

    def test_numbers_as_ids(self) -> None:
        read = one(unit=79, period=2025.0, indicator=3)
        assert (read.unit, read.period, read.indicator) == ("79", "2025", "3")

    @pytest.mark.parametrize(
        ("column", "cell"),
        [
            ("unit", "Sở Y tế"), ("unit", ""), ("unit", datetime.date(2025, 1, 1)), ("unit", True), ("period", "2025-13"),
            ("period", None), ("period", "quý I"), ("sex", "x"), ("sex", 1.5), ("status", "chắc"), ("source", [1]),
            ("indicator", b"1"),
        ],
    )  # fmt: skip
    def test_that_cannot_be_read(self, column: str, cell: object) -> None:
        (found,) = faults([ROW | {column: cell}])
        assert found.startswith(f"row 2, column {column!r}: ")


class TestFaults:
    def test_are_all_told_in_order_of_rows(self) -> None:
        rows = [ROW, ROW | {"unit": "a b", "numerator": "62%"}, ROW, ROW | {"numerator": "62%"}]
        with pytest.raises(CatalogueError) as caught:
            observations_from_rows(rows)
        assert isinstance(caught.value, ObservationsError)
        assert [(fault.row, fault.column) for fault in caught.value.details] == [
            (3, "unit"),
            (3, "numerator"),
            (5, "numerator"),
        ]

    @given(
        st.lists(
            st.dictionaries(
                st.sampled_from(["unit", "period", "numerator", "denominator", "sex", "status", "x"]),
                st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.decimals() | st.dates(),
            )
        )
    )
    def test_are_the_only_errors(self, rows: list[dict[str, object]]) -> None:
        with suppress(ObservationsError):
            observations_from_rows(rows)

    @given(st.text())
    def test_are_the_only_errors_of_texts(self, text: str) -> None:
        with suppress(ObservationsError):
            observations_from_rows("unit,period,numerator\n" + text)


class TestThousandsInDoubt:
    @pytest.mark.parametrize("cell", ["0.500", "01.500", "1234.500", "0.000"])
    def test_beside_thousands(self, cell: str) -> None:
        (fault,) = faults(f"unit;period;numerator\na;2025;1.500\nb;2025; {cell} \nc;2025;1,5\n")
        assert fault.startswith(f"row 3, column 'numerator': {cell!r} stands beside thousands")

    def test_in_rows_with_other_cells(self) -> None:
        (fault,) = faults([ROW | {"numerator": cell} for cell in ("1.500", 2.0, "0.500")])
        assert fault.startswith("row 4, column 'numerator': '0.500' stands beside")

    def test_is_none_without_thousands(self) -> None:
        (read,) = observations_from_rows([ROW | {"numerator": "0.500"}])
        assert read.numerator == Decimal("0.5")


class TestLetters:
    def test_are_composed(self) -> None:
        table = "đơn vị;kỳ;giới tính;số lượng;chỉ số;nguồn\nsở-y-tế;2025;nữ;5;tỷ-lệ-nữ;báo cáo xã\n"
        read = observations_from_rows(table)
        assert observations_from_rows(unicodedata.normalize("NFD", table)) == read
        assert observations_from_rows(table) == (
            Observation(
                numerator=5,
                period="2025",
                sex=Sex.FEMALE,
                **{
                    field: unicodedata.normalize("NFD", text)
                    for field, text in (("unit", "sở-y-tế"), ("indicator", "tỷ-lệ-nữ"), ("source", "báo cáo xã"))
                },  # type: ignore[arg-type]  # They are texts.
            ),
        )


class TestHeaderAlone:
    @pytest.mark.parametrize("header", ["unit,period,numerator", "unit;period;numerator", "unit\tperiod\tnumerator"])
    def test_is_a_table_without_rows(self, header: str) -> None:
        assert observations_from_rows(header) == ()

    def test_a_file_of_that_name_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "a,b.csv"
        path.write_text("unit,period,numerator\na,2025,1\n")
        assert len(observations_from_rows(str(path))) == 1


class TestLinearTime:
    @pytest.mark.parametrize("cell", [Decimal("1E+999999"), Decimal("-1E+999999"), "1" * 400_000])
    def test_of_huge_numbers(self, cell: object) -> None:
        start = process_time()
        assert len(faults([ROW | {"numerator": cell}])) == 1
        assert process_time() - start < 1

    def test_of_many_columns(self) -> None:
        def seconds(count: int) -> float:
            header = ",".join(["unit,period,numerator", *["stt"] * count])
            start = process_time()
            observations_from_rows(f"{header}\na,2025,1\n")
            observations_from_rows(f"unit,period,numerator{',' * count}\na,2025,1\n")
            return process_time() - start

        small, large = (min(seconds(count) for _ in range(3)) for count in (5_000, 20_000))
        assert large < 4 * 2.2 * small + 0.05

    def test_of_many_rows(self) -> None:
        def seconds(count: int) -> float:
            rows = [ROW | {"unit": f"mn-{number}", "numerator": str(number)} for number in range(count)]
            start = process_time()
            observations_from_rows(rows)
            return process_time() - start

        small, large = (min(seconds(count) for _ in range(3)) for count in (5_000, 20_000))
        assert large < 4 * 2.2 * small
