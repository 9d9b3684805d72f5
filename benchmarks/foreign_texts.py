"""German and American legal text of the project's own making, for the extractors of those languages.

As dense in citations as the Vietnamese texts: one every 70 to 80 characters, or every 800.
"""

import random
from collections.abc import Callable

from texts import DOCUMENT, Cited, Page, Writer

_GERMAN = (
    "Die Klägerin begehrt von der Beklagten die Rückzahlung von {n} Euro nebst Zinsen.", "Der Senat folgt dieser Auffassung nicht.",
    "Das Berufungsgericht hat die Klage in Höhe von {n} Euro abgewiesen und die Revision zugelassen.", "Die Berufung ist zulässig, aber unbegründet.",
    "Die Gemeinde stellte {n} Plätze in Kindertagesstätten bereit, von denen die meisten bereits vergeben waren.", "Der Zeuge sagte am {n}. Tag aus.",
    "Nach den Feststellungen des Landgerichts war der Vertrag wirksam geschlossen worden.", "Die Kosten des Verfahrens trägt der Beklagte.",
    "Der Dienstherr hatte die Bewerberin trotz besserer Beurteilung nicht in die engere Auswahl einbezogen.", "Dem steht nicht entgegen, dass die Frist versäumt wurde.",
    "Gleichstellungsbeauftragte wirken an Vorhaben der Dienststelle mit, soweit diese {n} oder mehr Beschäftigte betreffen.", "Das ist unstreitig.",
    "Die Verwaltung legte dem Rat einen Bericht über die Beschäftigung von Frauen in Führungsämtern vor.", "Eine Beweisaufnahme fand nicht statt.",
    "Zwischen den Parteien besteht Streit darüber, ob die Kündigung vom Geschäftsführer unterzeichnet worden ist.", "Der Antrag blieb ohne Erfolg.",
)  # fmt: skip
_GERMAN_CITING = (
    "Der Anspruch folgt aus {ref}.", "Das ergibt sich aus {ref} und {ref}.", "Nach {ref} ist der Antrag begründet.", "Zu prüfen war {ref}.",
    "Auf {ref} kommt es nicht an.", "So auch {ref}.", "Die Voraussetzungen von {ref} liegen vor ({ref}).", "Anders noch {ref}.",
)  # fmt: skip
_BOOKS = (
    "BGB",
    "StGB",
    "ZPO",
    "VwGO",
    "VwVfG",
    "HGB",
    "GmbHG",
    "AGG",
    "BetrVG",
    "KSchG",
    "InsO",
    "AO",
    "EStG",
    "UWG",
    "StPO",
    "FamFG",
)
_COURTS = (
    "BGH, Urteil",
    "BGH, Beschluss",
    "OLG Köln, Urteil",
    "OLG Hamm, Beschluss",
    "LG Berlin, Urteil",
    "BAG, Urteil",
    "BVerwG, Urteil",
)
_MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_SENATES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_AMERICAN = (
    "The district court granted the motion and entered judgment for the defendant.", "We review that question de novo.", "The parties do not dispute it.",
    "Plaintiff worked for the school board for {n} years before she applied for the post of principal.", "The record shows otherwise.",
    "The jury returned a verdict of {n} thousand dollars after three days of deliberation.", "That argument has no merit.", "The order is affirmed.",
    "Nothing in the record suggests that the committee considered the applicants without regard to sex.", "The appeal was timely.",
    "The statute requires each agency to report the number of women in positions of leadership.", "Counsel did not object at trial.",
    "The witness testified that {n} employees had been passed over in that year.", "The burden then shifts to the employer.", "This we decline to do.",
    "Both sides moved for summary judgment, and the magistrate judge recommended that the motions be denied.", "We turn to the remaining claims.",
)  # fmt: skip
_AMERICAN_CITING = (
    "The rule was settled in {ref}.", "See {ref}.", "The court relied on {ref} and on {ref}.", "Relief is available under {ref}.", "But see {ref}.",
    "As we explained in {ref}, the standard is an exacting one.", "Jurisdiction rests on {ref}.", "The claim arises under {ref}.",
)  # fmt: skip
_NAMES = (
    "Smith",
    "Jones",
    "Miller",
    "Baker",
    "Harper",
    "Lopez",
    "Nguyen",
    "Carter",
    "Reed",
    "Foster",
    "Hughes",
    "Grant",
    "Wells",
    "Stone",
)
_REPORTERS = ("U.S.", "S. Ct.", "F.2d", "F.3d", "F. Supp.", "F. Supp. 2d", "N.E.2d", "P.2d", "Cal. 3d", "N.W.2d")


def german_pages(size: int, *, dense: bool) -> list[Page]:
    """German judgments up to a size in bytes."""
    return _pages(size, _GERMAN, _GERMAN_CITING, _german_citation, share=0.55 if dense else 0.075)


def american_pages(size: int, *, dense: bool) -> list[Page]:
    """American opinions up to a size in bytes."""
    return _pages(size, _AMERICAN, _AMERICAN_CITING, _american_citation, share=0.8 if dense else 0.06)


def _german_citation(draw: random.Random) -> str:
    if draw.random() < 0.3:
        day = f"{draw.randrange(1, 29)}. {draw.choice(_MONTHS)} {draw.randrange(1995, 2025)}"
        return f"{draw.choice(_COURTS)} vom {day} - {draw.choice(_SENATES)} ZR {draw.randrange(1, 400)}/{draw.randrange(10, 25)}"
    section, book = draw.randrange(1, 900), draw.choice(_BOOKS)
    paragraph = f" Abs. {draw.randrange(1, 7)}" if draw.random() < 0.6 else ""
    sentence = f" Satz {draw.randrange(1, 4)}" if paragraph and draw.random() < 0.5 else ""
    return f"§ {section}{paragraph}{sentence} {book}"


def _american_citation(draw: random.Random) -> str:
    form = draw.random()
    if form < 0.25:
        return f"{draw.randrange(5, 50)} U.S.C. § {draw.randrange(100, 2500)}"
    volume, page, year = draw.randrange(2, 600), draw.randrange(1, 1400), draw.randrange(1950, 2020)
    case = f"{draw.choice(_NAMES)} v. {draw.choice(_NAMES)}, {volume} {draw.choice(_REPORTERS)} {page}"
    return f"{case} ({year})" if form < 0.7 else f"{case}, {page + draw.randrange(1, 20)} ({year})"


def _pages(
    size: int, plain: tuple[str, ...], citing: tuple[str, ...], cite: Callable[[random.Random], str], *, share: float
) -> list[Page]:
    draw = random.Random(3)  # noqa: S311  # Nothing here is secret.
    pages: list[Page] = []
    done = 0
    while done < size:
        writer = Writer()
        while writer.size < DOCUMENT:
            for _ in range(draw.randrange(2, 6)):
                sentence = draw.choice(citing if draw.random() < share else plain)
                _write(draw, writer, sentence.replace("{n}", str(draw.randrange(2, 900))), cite)
            writer.words("\n\n")
        pages.append(writer.page())
        done += writer.size
    return pages


def _write(draw: random.Random, writer: Writer, sentence: str, cite: Callable[[random.Random], str]) -> None:
    for number, words in enumerate(sentence.split("{ref}")):
        if number:
            writer.reference(Cited("", cite(draw), ""))
        writer.words(words)
    writer.words(" ")
