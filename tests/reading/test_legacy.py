"""Letters of legacy encodings: the passage of them in a text is found, and nothing else."""

import pytest

from vstbpn.reading.legacy import legacy_letters
from vstbpn.text import fold

AROUND = "KẾ HOẠCH\nCông tác năm 2026\n\nNâng cao nhận thức về bình đẳng giới.\n\n{}\n\nTổ chức tuyên truyền.\n"


class TestPassage:
    """One line of a legacy encoding in a text of Unicode."""

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("Tæ chøc tËp huÊn cho c¸n bé lµm c«ng t¸c b×nh ®¼ng giíi", "tËp huÊn cho c¸n bé lµm c«ng t¸c b×nh ®¼ng"),
            (
                "Toå chöùc taäp huaán cho caùn boä laøm coâng taùc",
                "Toå chöùc taäp huaán cho caùn boä laøm coâng taùc",
            ),
            ("Theo Kế hoạch của Uû ban nh©n d©n tỉnh", "Uû ban nh©n d©n"),
            ("Sở phô n÷", "phô n÷"),
        ],
    )
    def test_it_is_found(self, line: str, words: str) -> None:
        text = AROUND.format(line)
        span = legacy_letters(fold(text))
        assert span is not None
        assert span.of(text) == words

    @pytest.mark.parametrize(
        "line",
        [
            "Diện tích 5m², 3m³ và 20°C; ©2026; ½ số xã; 5µm",
            "Dự án Förderung der Gleichstellung von Männern und Frauen",
            "Khoá học hoà giải, xoá nghèo, thuê, huê, quê, loã",
            "Expérience française: où trouver des réponses à la question de l'égalité, août 2026",
        ],
    )
    def test_other_letters_are_none(self, line: str) -> None:
        assert legacy_letters(fold(AROUND.format(line))) is None


class TestWholeText:
    """A text written so from end to end."""

    def test_all_of_it(self) -> None:
        text = "KÕ ho¹ch c«ng t¸c b×nh ®¼ng giíi n¨m 2008 cña Uû ban nh©n d©n tØnh\n"
        span = legacy_letters(fold(text))
        assert span is not None
        assert len(span) == len(text)
