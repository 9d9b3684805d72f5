"""The message catalogues: extracted from what the library says, complete, and compiled as they are."""

import gettext
import io
import string
import subprocess
import sys
from importlib import resources
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from vstbpn.errors import InvalidValueError
from vstbpn.messages import catalogues
from vstbpn.messages.catalogues import said, translated
from vstbpn.messages.wording import Wording
from vstbpn.vocabulary import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
TRANSLATED = sorted(set(LANGUAGES) - {catalogues.SOURCE_LANGUAGE})


@pytest.fixture(scope="module")
def extracted() -> set[tuple[str, str]]:
    """Every context and text that the library says, as the project's own tool extracts them."""
    spec = spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    tool = module_from_spec(spec)
    spec.loader.exec_module(tool)
    return {(context, text) for context, text, _ in tool.messages()}


def source_of(language: str) -> Path:
    return ROOT / "src/vstbpn/messages/locales" / language / "LC_MESSAGES/vstbpn.po"


def fields(template: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
class TestCompleteness:
    """Every text is translated, with the same arguments; nothing is translated that nobody says."""

    def test_the_catalogue_holds_what_is_said_and_nothing_else(
        self, language: str, extracted: set[tuple[str, str]]
    ) -> None:
        catalogue = read_po(io.BytesIO(source_of(language).read_bytes()))
        assert {(message.context or "", str(message.id)) for message in catalogue if message.id} == extracted

    def test_every_text_is_translated(self, language: str) -> None:
        for message in read_po(io.BytesIO(source_of(language).read_bytes())):
            if message.id:
                assert message.string, message.id
                assert not message.fuzzy, message.id
                assert fields(str(message.string)) == fields(str(message.id))

    def test_what_is_read_is_what_was_written(self, language: str) -> None:
        """A catalogue that was changed and not compiled again is told here: ``python tools/messages.py compile``."""
        compiled = resources.files("vstbpn.messages") / "locales" / language / "LC_MESSAGES" / "vstbpn.mo"
        made = gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
        for message in read_po(io.BytesIO(source_of(language).read_bytes())):
            if message.id:
                assert made.pgettext(message.context or "", str(message.id)) == message.string or not message.context
                assert message.context or made.gettext(str(message.id)) == message.string


class TestTranslated:
    """A text is said in a language, by its context."""

    def test_it(self) -> None:
        assert translated("number it again", "vi", "STR003") == "đánh số lại"
        assert translated("number it again", "en", "STR003") == "number it again"
        assert said("number it again", "STR003") == Wording(vi="đánh số lại", en="number it again")

    def test_a_text_without_translation_is_said_as_it_is(self) -> None:
        assert translated("nobody says this", "vi") == "nobody says this"
        assert translated("number it again", "vi", "XYZ001") == "number it again"
        assert translated("", "vi") == ""

    def test_other_languages(self) -> None:
        with pytest.raises(InvalidValueError, match="expected vi or en"):
            translated("number it again", "fr")

    def test_a_catalogue_that_was_not_compiled_is_read_from_its_source(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        home = tmp_path / "locales/vi/LC_MESSAGES"
        home.mkdir(parents=True)
        (home / "vstbpn.po").write_bytes(source_of("vi").read_bytes())
        monkeypatch.setattr("vstbpn.messages.catalogues.resources.files", lambda _: tmp_path)
        catalogues._catalogue.cache_clear()
        try:
            assert translated("number it again", "vi", "STR003") == "đánh số lại"
        finally:
            catalogues._catalogue.cache_clear()


class TestWords:
    """Words in both languages; one stands for the other."""

    def test_one_stands_for_the_other(self) -> None:
        assert Wording(vi="số").in_language("en") == "số"
        assert Wording(en="number").in_language("vi") == "number"
        assert str(Wording(vi="số", en="number")) == "số"
        assert Wording.of(Wording(vi="số")) == Wording(vi="số")


class TestLight:
    """Who asks for no words loads no Babel; who asks for them neither, once they are compiled."""

    def test_it(self) -> None:
        code = "import sys; from vstbpn.messages.catalogues import translated; translated('x', 'vi'); print('babel' in sys.modules)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "False"
