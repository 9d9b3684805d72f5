"""Boards in Markdown (bảng tiến độ dạng Markdown): one table, a column for each target or unit, whichever are fewer."""

from vstbpn.goals.picturing.board import ProgressBoard
from vstbpn.goals.picturing.captions import Caption, caption, indent_of, key, name_of, summary, title, whole_heading
from vstbpn.goals.picturing.words import WORDS
from vstbpn.lines import markdown_safe
from vstbpn.vocabulary import check_language

_STEP = "&emsp;"


def markdown_of(board: ProgressBoard, language: str) -> str:
    """A board as Markdown.

    Raises:
        InvalidValueError: There are no words in that language.
    """
    check_language(language)
    words = WORDS[language]
    top = f"**{markdown_safe(title(board, language))}**"
    if not board.rows or not board.columns:
        return f"{top}\n\n{words['nothing']}\n"
    columns = [markdown_safe(whole_heading(board, place, language)) for place in range(len(board.columns))]
    captions = [[caption(cell, language) for cell in row.cells] for row in board.rows]
    table = [[words["unit"], *columns]]
    is_turned = len(columns) > len(board.rows)
    for row, of_row in zip(board.rows, captions, strict=True):
        name = markdown_safe(name_of(row, language))
        step = "" if is_turned else _STEP * indent_of(row)
        table.append([f"**{name}**" if row.unit is None else f"{step}{name}", *map(_cell, of_row)])
    if is_turned:
        table = [list(cells) for cells in zip(*table, strict=True)]
        table[0][0] = words["target"]
    lines = [top, "", _row(table[0]), _row(["---"] * len(table[0])), *map(_row, table[1:])]
    meanings = key((told for of_row in captions for told in of_row), language)
    lines += ["", f"{markdown_safe(summary(board, language))}. {markdown_safe(meanings)}.", ""]
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(told: Caption) -> str:
    coverage = f" ({told.marked})" if told.marked else ""
    return f"{told.sign} {told.word}: {markdown_safe(told.figure)}{coverage}"
