"""Vietnamese texts of the project's own making for measuring: plans and dense law text, with every reference known.

The same seed gives the same text. Sentences, numbers, dates, bodies and symbols vary, as they do in a pile of documents,
so that no cache gains more from the text than it would from real ones. Numbers and dates are drawn, and so most of the
acts cited have never been.
"""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

import sentences as stock

DOCUMENT = 20_000
"""About as many bytes as a long plan has; a made-up document ends with the first section after that."""


class Page(NamedTuple):
    """A made-up document: its text and where each reference in it begins and ends, from type or name to symbol or year."""

    text: str
    references: tuple[tuple[int, int], ...]


class Cited(NamedTuple):
    """A reference as words: provisions before it, the act itself, date and issuer after it."""

    before: str
    act: str
    after: str


class Writer:
    """Collects words, and remembers where the references among them stand."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._references: list[tuple[int, int]] = []
        self.length = self.size = 0

    def words(self, words: str) -> None:
        self._pieces.append(words)
        self.length += len(words)
        self.size += len(words.encode())

    def reference(self, cited: Cited) -> None:
        self.words(cited.before)
        start = self.length
        self.words(cited.act)
        self._references.append((start, self.length))
        self.words(cited.after)

    def page(self) -> Page:
        return Page("".join(self._pieces), tuple(self._references))


def plan_pages(size: int, seed: int = 1) -> list[Page]:
    """Plans of education and gender equality offices up to a size in bytes; a reference every 800 to 1000 characters."""
    return _pages(size, lambda draw: _Plan(draw).page(), seed)


def law_pages(size: int, seed: int = 2) -> list[Page]:
    """Law text in which a reference of any form stands every 80 characters or so."""
    return _pages(size, _law_page, seed)


def joined(pages: list[Page]) -> str:
    """The texts of some pages as one."""
    return "\n\n".join(page.text for page in pages)


def _pages(size: int, write: Callable[[random.Random], Page], seed: int) -> list[Page]:
    draw = random.Random(seed)  # noqa: S311  # Nothing here is secret.
    pages: list[Page] = []
    done = 0
    while done < size:
        pages.append(write(draw))
        done += len(pages[-1].text.encode())
    return pages


_SLOT = re.compile(r"\{(\w+)\}")


class _Filler:
    """Fills the slots of a sentence with drawn words; what a slot gives may have slots itself."""

    def __init__(self, draw: random.Random, cite: Callable[[], Cited]) -> None:
        self.draw = draw
        self.year = draw.randrange(2018, 2027)
        self.province = draw.choice(stock.PROVINCES)
        self.cite = cite

    def write(self, writer: Writer, sentence: str) -> None:
        """Write a sentence, its slots filled, with a capital at its start."""
        for number, piece in enumerate(_SLOT.split(sentence)):
            if not number % 2:
                writer.words(piece)
            elif piece == "ref":
                writer.reference(self.cite())
            elif piece in stock.CHOICES:
                self.write(writer, self.draw.choice(stock.CHOICES[piece]))
            else:
                writer.words(self._drawn(piece))

    def _drawn(self, slot: str) -> str:
        if slot == "n":
            return f"{self.draw.randrange(2, 60):02d}"
        if slot == "large":
            return f"{self.draw.randrange(100, 2400):,}".replace(",", ".")
        if slot == "percent":
            return self.draw.choice(
                (str(self.draw.randrange(10, 101)), f"{self.draw.randrange(100, 999) / 10:.1f}".replace(".", ","))
            )
        if slot == "year":
            return str(self.year + self.draw.choice((0, 0, 0, 1, -1, 4)))
        if slot == "years":
            return f"{self.year} - {self.year + self.draw.choice((1, 4, 5, 9))}"
        if slot == "day":
            return f"{self.draw.randrange(1, 29):02d}/{self.draw.randrange(1, 13)}"
        if slot == "date":
            return date_words(self.draw, self.year)
        if slot == "province":
            return self.province
        raise KeyError(slot)


class _Plan:
    """One plan: its office, the acts it rests on, and what it orders."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.writer = Writer()
        self.filler = _Filler(draw, self._cited_again)
        office, self.unit = draw.choice(stock.OFFICES)
        self.office = office.format(province=self.filler.province)
        self.acts = [cited(draw, self.filler.province) for _ in range(draw.randrange(7, 12))]

    def _cited_again(self) -> Cited:
        """Most acts named in a plan are among those it rests on, in short; some are new."""
        if self.draw.random() < 0.4:
            return cited(self.draw, self.filler.province)
        again = self.draw.choice(self.acts)
        return Cited(provisions(self.draw) if self.draw.random() < 0.1 else "", again.act, "")

    def page(self) -> Page:
        self._head()
        section = 0
        while self.writer.size < DOCUMENT:
            section += 1
            self._section(section)
        self._recipients()
        return self.writer.page()

    def _head(self) -> None:
        write, draw, year = self.writer.words, self.draw, self.filler.year
        write(f"{self.office.upper()}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n")
        write(
            f"Số: {draw.randrange(5, 999)}/KH-{self.unit}\n\n{self.filler.province}, {date_words(draw, year)}\n\nKẾ HOẠCH\n"
        )
        self.filler.write(self.writer, f"{draw.choice(stock.TITLES)}\n\n")
        for act in self.acts:
            write("Căn cứ ")
            self.writer.reference(act)
            self.filler.write(self.writer, "{matter};\n")
        write(f"\n{self.office} ban hành Kế hoạch với các nội dung sau:\n\n")

    def _section(self, number: int) -> None:
        write, draw = self.writer.words, self.draw
        write(f"{_ROMAN[number % len(_ROMAN)]}. {draw.choice(stock.HEADINGS).upper()}")
        if draw.random() < 0.15:
            write(" THEO ")
            self.writer.reference(Cited("", draw.choice(stock.LAWS).upper(), ""))
        write("\n\n")
        for item in range(1, draw.randrange(3, 6)):
            write(f"{item}. {draw.choice(stock.SUBHEADINGS)}\n\n")
            for letter in "abcdđeg"[: draw.randrange(3, 7)]:
                write(draw.choice((f"{letter}) ", "- ", "- ")))
                for _ in range(draw.choice((1, 1, 2))):
                    self._sentence()
                write("\n")
            write("\n")

    def _sentence(self) -> None:
        sentences = stock.CITING if self.draw.random() < 0.07 else stock.PLAIN
        self.filler.write(self.writer, f"{self.draw.choice(sentences)} ")

    def _recipients(self) -> None:
        self.writer.words("Nơi nhận:\n")
        for recipient in self.draw.sample(stock.RECIPIENTS, 5):
            self.writer.words(f"- {recipient.format(province=self.filler.province)};\n")
        self.writer.words(f"- Lưu: VT, {self.draw.choice(('TCCB', 'VX', 'GDMN', 'PNCT'))}.\n")


_ROMAN = ("X", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def _law_page(draw: random.Random) -> Page:
    writer = Writer()
    province = draw.choice(stock.PROVINCES)
    filler = _Filler(draw, lambda: cited(draw, province))
    article = draw.randrange(1, 60)
    while writer.size < DOCUMENT:
        filler.write(writer, f"Điều {article}. {draw.choice(stock.SUBHEADINGS)}\n\n")
        for clause in range(1, draw.randrange(3, 8)):
            writer.words(f"{clause}. ")
            for _ in range(draw.randrange(1, 3)):
                _law_sentence(draw, filler, writer)
            writer.words("\n")
        writer.words("\n")
        article += 1
    return writer.page()


def _law_sentence(draw: random.Random, filler: _Filler, writer: Writer) -> None:
    """A sentence that cites several acts, or a list of numbers that share one type."""
    filler.write(writer, draw.choice(stock.LAW_OPENINGS))
    if draw.random() < 0.12:
        kind, code, _ = draw.choice(stock.DECREES)
        numbers = [symbol(draw, code, filler.province) for _ in range(draw.randrange(2, 5))]
        for place, number in enumerate(numbers):
            writer.words("" if not place else " và " if place == len(numbers) - 1 else ", ")
            writer.reference(Cited("", f"{kind} số {number}" if not place else f"số {number}", ""))
    else:
        for place in range(count := draw.randrange(1, 4)):
            writer.words("" if not place else " và " if place == count - 1 else "; ")
            writer.reference(cited(draw, filler.province, dense=True))
    filler.write(writer, f"{draw.choice(stock.LAW_CLOSINGS)} ")


def cited(draw: random.Random, province: str, *, dense: bool = False) -> Cited:
    """A reference of some form: law by name, normative act, single act, act of the Party."""
    before = provisions(draw) if draw.random() < (0.45 if dense else 0.12) else ""
    form = draw.random()
    if form < 0.28:
        return Cited(before, *_law(draw, dense=dense))
    table = stock.DECREES if form < 0.62 else stock.DECISIONS if form < 0.86 else stock.PARTY
    kind, code, issuers = draw.choice(table)
    year = draw.randrange(1999, 2026)
    number = symbol(draw, code, province, year)
    act = f"{kind} {draw.choice(('số ', 'số ', 'số ', ''))}{number}"
    if dense and draw.random() < 0.5:
        return Cited(before, act, "")
    comma = ", " if table is stock.PARTY else " "
    day = f"{comma}{date_words(draw, year)}" if draw.random() < 0.9 else ""
    issuer = f" của {draw.choice(issuers).format(province=province)}" if draw.random() < 0.85 else ""
    return Cited(before, act, day + issuer)


def _law(draw: random.Random, *, dense: bool) -> tuple[str, str]:
    name = draw.choice(stock.LAWS)
    year = draw.randrange(2002, 2026)
    form = draw.random()
    if form < 0.45:
        return name, ""
    if form < 0.7:
        return f"{name} năm {year}", ""
    if form < 0.85 or dense:
        return f"{name} số {draw.randrange(1, 110)}/{year}/QH{(year - 1946) // 5}", ""
    return name, f" {date_words(draw, year)}"


def symbol(draw: random.Random, code: str, province: str, year: int | None = None) -> str:
    """A number and symbol; ``code`` says with ``{year}`` that the year stands in it."""
    highest = 200 if "{year}" in code else 5000
    number = draw.choice((f"{draw.randrange(1, 100):02d}", str(draw.randrange(100, highest))))
    initials = "".join(word[0] for word in province.split())
    return f"{number}{code}".format(year=year or draw.randrange(1999, 2026), initials=initials)


def date_words(draw: random.Random, year: int) -> str:
    """A date in one of the two forms that documents have."""
    day, month = draw.randrange(1, 29), draw.randrange(1, 13)
    return draw.choice((f"ngày {day:02d} tháng {month:02d} năm {year}", f"ngày {day:02d}/{month}/{year}"))


def provisions(draw: random.Random) -> str:
    """Provisions before an act, with the blank after them."""
    article, clause = draw.randrange(1, 160), draw.randrange(1, 12)
    point, other = draw.choice("abcdđegh"), draw.choice("iklmn")
    return draw.choice((
        f"Điều {article} ", f"Điều {article} của ", f"khoản {clause} Điều {article} ", f"khoản {clause} Điều {article} ",
        f"điểm {point} khoản {clause} Điều {article} ", f"điểm {point} khoản {clause} Điều {article} của ",
        f"điểm {point}, điểm {other} khoản {clause} Điều {article} ",
        f"khoản {clause} và khoản {clause + 2} Điều {article} ", f"khoản {clause}, {clause + 1} và {clause + 3} Điều {article} ",
        f"các điều {article}, {article + 3} và {article + 4} ", f"từ Điều {article} đến Điều {article + 6} ",
        f"khoản {clause} Điều {article}, điểm {point} khoản 1 Điều {article + 2} ", f"Mục {clause} Chương IV ",
    ))  # fmt: skip


HOSTILE = (
    "/", "số ", "khoản 1, ", "“", "“a” ", "Luật ", "Nghị định số ", "12/", "a-", "ngày ", "của Bộ ", "Điều 5, ", "12/QĐ-",
    "Luật A, B và ", "điểm a khoản 1 ", "Nghị định 1/2000/NĐ-CP của ", "1/QĐ-A của UBND tỉnh B. ",
)  # fmt: skip
"""What a million characters of may lead a careless reader astray."""
