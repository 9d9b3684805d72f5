"""Settings of a check: which rules hold for which files, and where that is written."""

import datetime
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError, VstbpnError
from vstbpn.validation.patterns import fits
from vstbpn.validation.rule import RuleSet
from vstbpn.validation.settings import FileSettings, Settings
from vstbpn.validation.settings_file import SettingsError, near_codes
from vstbpn.validation.shipped import DEFAULT_RULES

RULES = DEFAULT_RULES.select("STR00", "REF00")
DAY = datetime.date(2026, 3, 1)


def codes(settings: Settings, path: str = "a.txt", rules: RuleSet = RULES) -> set[str]:
    return {rule.code for rule in settings.rules_for(path, rules)}


def written(folder: Path, text: str, name: str = "vstbpn.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


ALL = codes(Settings())


class TestRules:
    """What is selected, less what is ignored; the longer beginning decides."""

    def test_nothing_set_is_every_rule(self) -> None:
        assert codes(Settings()) == {rule.code for rule in RULES}
        assert len(Settings().rules_for("a.txt")) == len(DEFAULT_RULES)

    def test_selected(self) -> None:
        assert codes(Settings(select=("STR",))) == {code for code in ALL if code.startswith("STR")}
        assert codes(Settings(select=())) == set()

    def test_ignored(self) -> None:
        assert codes(Settings(ignore=("STR", "REF001"))) == {
            code for code in ALL if code.startswith("REF") and code != "REF001"
        }

    def test_of_one_table_the_longer_beginning_decides(self) -> None:
        assert codes(Settings(select=("STR001", "REF"), ignore=("STR", "REF001"))) == {
            "STR001",
            *(code for code in ALL if code.startswith("REF") and code != "REF001"),
        }
        assert codes(Settings(select=("STR001",), ignore=("STR001",))) == set()


class TestFiles:
    """What holds otherwise for some files."""

    DRAFTS = FileSettings(pattern="nhap/**", ignore=("STR",), on=DAY)

    def test_for_those_files_alone(self) -> None:
        settings = Settings(per_file=(self.DRAFTS,))
        assert codes(settings, "nhap/a.txt") == {code for code in ALL if code.startswith("REF")}
        assert codes(settings, "a.txt") == ALL
        assert (settings.day_for("nhap/a.txt"), settings.day_for("a.txt")) == (DAY, None)

    def test_what_is_ignored_there_is_left_out_whatever_is_selected(self) -> None:
        settings = Settings(select=("STR001",), per_file=(self.DRAFTS,))
        assert codes(settings, "nhap/a.txt") == set()

    def test_what_is_selected_there_takes_the_place_of_the_rest(self) -> None:
        own = FileSettings(pattern="*.md", select=("STR001",))
        assert codes(Settings(select=("REF",), ignore=("STR",), per_file=(own,)), "b/a.md") == {"STR001"}

    def test_an_earlier_longer_ignore_stays(self) -> None:
        own = FileSettings(pattern="*.md", select=("STR",))
        assert "STR001" not in codes(Settings(ignore=("STR001",), per_file=(own,)), "a.md")

    def test_a_later_pattern_goes_before(self) -> None:
        later = FileSettings(pattern="nhap/2026/*", on=datetime.date(2026, 12, 31), select=("STR001",))
        settings = Settings(per_file=(self.DRAFTS, later))
        assert codes(settings, "nhap/2026/a.txt") == {"STR001"}
        assert settings.day_for("nhap/2026/a.txt") == datetime.date(2026, 12, 31)

    def test_paths_start_from_the_folder_of_the_settings(self, tmp_path: Path) -> None:
        settings = Settings(per_file=(self.DRAFTS,), folder=str(tmp_path))
        assert codes(settings, str(tmp_path / "nhap" / "a.txt")) != ALL
        assert codes(settings, str(tmp_path / "x" / ".." / "nhap" / "a.txt")) != ALL
        assert codes(settings, "nhap/a.txt") == ALL

    def test_what_is_asked_for_goes_before_all(self) -> None:
        settings = Settings(ignore=("STR",), per_file=(self.DRAFTS,)).but(select=("STR001", "STR002"), on=DAY)
        assert codes(settings, "nhap/a.txt") == {"STR001", "STR002"}
        assert codes(Settings(select=("STR001",)).but(ignore=("STR",))) == set()
        assert codes(Settings(select=("STR001",)).but()) == {"STR001"}
        assert codes(Settings(ignore=("STR001",)).but(select=("STR",)), "../a.txt") == {
            code for code in ALL if code.startswith("STR") and code != "STR001"
        }

    @given(strategies.settings(), st.text(max_size=30))
    def test_any_settings_and_any_name(self, settings: Settings, path: str) -> None:
        assert codes(settings, path) <= ALL
        settings.day_for(path)


class TestValues:
    """What is no setting cannot be made into one."""

    @pytest.mark.parametrize(
        "values", [{"select": "STR"}, {"ignore": ["STR"]}, {"ignore": (1,)}, {"select": ("",)}, {"on": "2026-01-01"},
                   {"on": datetime.datetime(2026, 1, 1)}],  # noqa: DTZ001  # What is refused.
    )  # fmt: skip
    def test_wrong_values(self, values: dict[str, Any]) -> None:
        with pytest.raises(InvalidValueError):
            Settings(**values)
        with pytest.raises(InvalidValueError):
            FileSettings(pattern="**", **values)


class TestPatterns:
    """Patterns of paths."""

    @pytest.mark.parametrize(
        ("pattern", "path"),
        [
            ("**", "a"), ("**", "-"), ("**", "../a.txt"), ("nhap/**", "nhap/a"), ("nhap/**", "nhap/b/c"), ("nhap/", "nhap/b/c"),
            ("*.md", "a.md"), ("*.md", "b/c/a.md"), ("./a.txt", "a.txt"), ("**/2026/*.txt", "2026/a.txt"),
            ("**/2026/*.txt", "x/y/2026/a.txt"), ("a/**/b", "a/b"), ("a/**/b", "a/x/b/y/b"), ("ke-hoach-?.txt", "ke-hoach-1.txt"),
            ("[ab].txt", "b.txt"), ("nháp/*", "nha\u0301p/a"),
        ],
    )  # fmt: skip
    def test_fits(self, pattern: str, path: str) -> None:
        assert fits(pattern, path)

    @pytest.mark.parametrize(
        ("pattern", "path"),
        [("nhap/**", "nhap2/a"), ("a/*.txt", "a/b/c.txt"), ("*.md", "a.txt"), ("a/**/b", "a/x/c"), ("A.txt", "a.txt"), ("a", "a/b")],
    )  # fmt: skip
    def test_does_not_fit(self, pattern: str, path: str) -> None:
        assert not fits(pattern, path)

    def test_many_stars_cost_little(self) -> None:
        assert not fits("**/a/" * 40 + "b", "a/" * 400)
        assert not fits("*a" * 30 + "b", "a" * 400)


class TestReading:
    """Settings in files."""

    TEXT = 'select = ["STR", "REF"]\nignore = ["REF003"]\non = 2026-03-01\n[per-file."nhap/**"]\nignore = ["STR004"]\n'

    def test_a_file_of_its_own(self, tmp_path: Path) -> None:
        settings = Settings.read(written(tmp_path, self.TEXT))
        drafts = FileSettings(pattern="nhap/**", ignore=("STR004",))
        assert settings == Settings(select=("STR", "REF"), ignore=("REF003",), on=DAY, per_file=(drafts,))
        assert settings.folder == str(tmp_path)

    def test_a_table_of_a_project(self, tmp_path: Path) -> None:
        text = (
            '[project]\nname = "x"\n[tool.vstbpn]\nselect = ["STR"]\n[tool.vstbpn.per-file."a/*"]\non = "2026-03-01"\n'
        )
        settings = Settings.read(written(tmp_path, text, "pyproject.toml"))
        assert settings == Settings(select=("STR",), per_file=(FileSettings(pattern="a/*", on=DAY),))

    def test_a_byte_order_mark_does_no_harm(self, tmp_path: Path) -> None:
        assert Settings.read(written(tmp_path, "\ufeffignore = []\n")) == Settings()

    def test_an_empty_file_sets_nothing(self, tmp_path: Path) -> None:
        assert Settings.read(written(tmp_path, "")) == Settings()

    @pytest.mark.parametrize(
        ("text", "key", "said"),
        [
            ("selct = []", "selct", "did you mean select?"),
            ("qqq = 1", "qqq", "there are select, ignore, on, per-file"),
            ('select = "STR"', "select", "expected a list of codes"),
            ("select = []", "select", "an empty list would apply no rule; leave the key out"),
            ('[per-file."a"]\nselect = []', 'per-file."a".select', "leave the key out"),
            ("select = [1]", "select", "found a number: 1 in it"),
            ('ignore = [""]', "ignore", "expected a list of codes"),
            ('ignore = ["STRR"]', "ignore", "no rule begins with 'STRR'; did you mean STR?"),
            ('ignore = ["str001"]', "ignore", "did you mean STR001?"),
            ("on = 5", "on", "expected a day such as 2026-11-22, found a number: 5"),
            ("on = true", "on", "found a boolean: true"),
            ("on = []", "on", "found a list"),
            ('on = "31/3/2026"', "on", "found a text: '31/3/2026'"),
            ("on = 2026-03-01T00:00:00", "on", "expected a day"),
            ("per-file = 1", "per-file", "expected tables such as"),
            ('per-file."a" = 1', 'per-file."a"', "expected a table, found a number: 1"),
            ('[per-file." "]', 'per-file." "', "expected a pattern"),
            ('[per-file."a"]\nper-file = 1', 'per-file."a".per-file', "no such setting"),
            ('[per-file."a"]\nselect = ["X"]', 'per-file."a".select', "no rule begins with 'X'; there are CAL, DOC, "),
            ("select =", "", "this is no TOML"),
        ],
    )
    def test_a_slip_is_told_with_its_place(self, tmp_path: Path, text: str, key: str, said: str) -> None:
        file = written(tmp_path, text)
        with pytest.raises(SettingsError) as caught:
            Settings.read(file)
        assert (caught.value.file, caught.value.key) == (str(file), key)
        assert said in caught.value.reason
        assert str(caught.value).startswith(str(file))
        assert isinstance(caught.value, VstbpnError)

    def test_names_and_keys_cannot_steer_the_terminal(self, tmp_path: Path) -> None:
        with pytest.raises(SettingsError) as caught:
            Settings.read(written(tmp_path, '"a\\u001b[2J\\n" = 1'))
        assert caught.value.key == "a\x1b[2J\n"
        assert str(caught.value).isprintable()

    def test_in_a_project_the_key_is_whole(self, tmp_path: Path) -> None:
        file = written(tmp_path, "[tool.vstbpn]\nselct = []", "pyproject.toml")
        with pytest.raises(SettingsError, match=r"tool\.vstbpn\.selct"):
            Settings.read(file)
        with pytest.raises(SettingsError, match=r"tool\.vstbpn: expected a table"):
            Settings.read(written(tmp_path, "tool.vstbpn = 1", "pyproject.toml"))

    @pytest.mark.parametrize("text", ["", "tool = 1", "[tool.other]"])
    def test_a_project_without_them_cannot_be_read(self, tmp_path: Path, text: str) -> None:
        with pytest.raises(SettingsError, match=r"it has no table tool\.vstbpn"):
            Settings.read(written(tmp_path, text, "pyproject.toml"))

    def test_files_that_cannot_be_read(self, tmp_path: Path) -> None:
        binary = tmp_path / "vstbpn.toml"
        binary.write_bytes(b"\xff\xfe\x00")
        deep = tmp_path / "deep.toml"
        deep.write_text("select = " + "[" * 20_000, encoding="utf-8")
        for file in (tmp_path, tmp_path / "none.toml", binary, deep, "a\0b"):
            with pytest.raises(SettingsError):
                Settings.read(file)

    def test_rules_of_ones_own_can_be_named(self, tmp_path: Path) -> None:
        file = written(tmp_path, 'select = ["REF001"]')
        assert Settings.read(file, rules=RULES).select == ("REF001",)
        with pytest.raises(SettingsError):
            Settings.read(file, rules=DEFAULT_RULES.select("STR"))


class TestFinding:
    """The nearest settings upward."""

    def test_the_nearest_folder_that_has_some(self, tmp_path: Path) -> None:
        written(tmp_path, 'select = ["STR"]')
        written(tmp_path / "a", 'tool.vstbpn.select = ["REF"]', "pyproject.toml")
        written(tmp_path / "a" / "b", '[project]\nname = "x"', "pyproject.toml")
        assert Settings.nearest(tmp_path / "x" / "f.txt").select == ("STR",)
        assert Settings.nearest(tmp_path / "a" / "f.txt").select == ("REF",)
        assert Settings.nearest(tmp_path / "a" / "b" / "f.txt").select == ("REF",)

    def test_in_one_folder_the_file_of_its_own(self, tmp_path: Path) -> None:
        written(tmp_path, 'tool.vstbpn.select = ["REF"]', "pyproject.toml")
        written(tmp_path, 'select = ["STR"]')
        assert Settings.nearest(tmp_path / "f.txt").select == ("STR",)

    def test_none(self, tmp_path: Path) -> None:
        written(tmp_path, "", "pyproject.toml")
        assert Settings.nearest(tmp_path / "f.txt").select is None

    def test_a_folder_left_again_does_not_count(self, tmp_path: Path) -> None:
        written(tmp_path, 'select = ["STR"]')
        written(tmp_path / "a", 'select = ["REF"]')
        assert Settings.nearest(os.path.join(tmp_path, "a", "..", "f.txt")).select == ("STR",)  # noqa: PTH118  # Path would keep it, too.

    def test_a_slip_in_them_is_told(self, tmp_path: Path) -> None:
        written(tmp_path, "x")
        with pytest.raises(SettingsError):
            Settings.nearest(tmp_path / "f.txt")


class TestNear:
    """Codes that come near."""

    @pytest.mark.parametrize(
        ("code", "near"), [("REF01", "REF001"), ("REF0099", "REF009"), ("REF9", "REF009"), ("STR999", "STR"), ("STR", "STR"), ("ref001", "REF001"), ("RFE001", "REF001"), ("GOLD", "GOL")]
    )  # fmt: skip
    def test_near(self, code: str, near: str) -> None:
        assert near in near_codes(code, DEFAULT_RULES)

    def test_of_a_number_alone_that_rule_is_named(self) -> None:
        assert near_codes("str1", DEFAULT_RULES) == ["STR001"]

    def test_none(self) -> None:
        assert near_codes("ỉ" * 10_000, DEFAULT_RULES) == []
