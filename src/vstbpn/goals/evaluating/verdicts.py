"""Answers of an evaluation (kết luận), and the reasons why there is none, in both languages."""

from vstbpn.vocabulary import Term


class Verdict(Term):
    """The answer of an evaluation (kết luận).

    >>> Verdict.NOT_DUE.vi, Verdict("not-met").en
    ('chưa đến hạn', 'not met')
    """

    MET = ("met", "đạt", "met")
    NOT_MET = ("not-met", "chưa đạt", "not met")
    NOT_DUE = ("not-due", "chưa đến hạn", "not due yet")
    NO_DATA = ("no-data", "chưa có số liệu", "no data")
    NOT_ASSESSABLE = ("not-assessable", "không đánh giá được", "not assessable")


class Reason(Term):
    """Why a target is neither met nor missed (lý do); its words take the arguments of the evaluation in braces.

    >>> Reason.ZERO_DENOMINATOR.vi, Reason.OTHER_YEARS.en
    ('mẫu số bằng 0', 'there are figures of {found}, none of {year}')
    """

    QUALITATIVE = ("qualitative", "chỉ tiêu không có con số", "the target has no figure")
    NO_FIGURES = ("no-figures", "không có số liệu nào", "there are no figures")
    OTHER_YEARS = (
        "other-years",
        "có số liệu của năm {found}, không có của năm {year}",
        "there are figures of {found}, none of {year}",
    )
    EARLIER_FIGURES = (
        "earlier-figures",
        "hạn là năm {year}, số liệu là của năm {found}",
        "it is due in {year}, the figures are of {found}",
    )
    DUE_LATER = ("due-later", "hạn là hết năm {year}", "it is due at the end of {year}")
    LATER_FIGURES = (
        "later-figures",
        "vào ngày đánh giá chưa thể có đủ số liệu của kỳ này",
        "on the day of the evaluation the figures cannot be known in full",
    )
    BEFORE_FIRST_YEAR = (
        "before-first-year",
        "chỉ tiêu áp dụng từ năm {year}, số liệu là của năm {found}",
        "the target holds from {year} on, the figures are of {found}",
    )
    AFTER_LAST_YEAR = (
        "after-last-year",
        "chỉ tiêu áp dụng đến năm {year}, số liệu là của năm {found}",
        "the target holds until {year}, the figures are of {found}",
    )
    SEVERAL_YEARS = (
        "several-years",
        "số liệu của nhiều năm ({found}), cần nói rõ đánh giá năm nào",
        "figures of several years ({found}): say which one is meant",
    )
    SEVERAL_INDICATORS = (
        "several-indicators",
        "số liệu của nhiều chỉ số: {found}",
        "figures of several indicators: {found}",
    )
    PART_OF_THE_TIME = (
        "part-of-the-time",
        "mới có số liệu của một phần thời gian",
        "there are figures of a part of the time only",
    )
    FAULTY_FIGURES = ("faulty-figures", "số liệu có lỗi", "the figures are faulty")
    OTHER_UNIT = (
        "other-unit",
        "chỉ tiêu tính bằng “{target}”, chỉ số tính bằng “{indicator}”",
        "mixed units: the target is in “{target}”, the indicator in “{indicator}”",
    )
    NO_DENOMINATOR = (
        "no-denominator",
        "chỉ tiêu tính bằng “{unit}” mà số liệu không có mẫu số",
        "a target in “{unit}” needs denominators, and the figures have none",
    )
    ZERO_DENOMINATOR = ("zero-denominator", "mẫu số bằng 0", "the denominator is 0")
    NO_TOLERANCE = (
        "no-tolerance",
        "“khoảng” cần có mức chênh lệch cho phép",
        "“about” needs a tolerance to be held against",
    )
    NO_BASELINE = (
        "no-baseline",
        "chỉ tiêu là mức thay đổi, cần có số liệu gốc để so sánh",
        "the target is the size of a change, which needs figures of an earlier time",
    )
    LATE_BASELINE = (
        "late-baseline",
        "số liệu gốc ({baseline}) không sớm hơn số liệu được đánh giá ({period})",
        "the figures to compare with ({baseline}) are no earlier than those evaluated ({period})",
    )
    OTHER_BASELINE = (
        "other-baseline",
        "chỉ tiêu so với năm {year}, số liệu gốc là của năm {found}",
        "the target compares with {year}, the figures to compare with are of {found}",
    )
    UNLIKE_BASELINE = (
        "unlike-baseline",
        "số liệu gốc và số liệu được đánh giá không cùng cách tính",
        "the figures to compare with are not of the same kind as those evaluated",
    )
    UNEQUAL_PERIODS = (
        "unequal-periods",
        "số liệu là của {now} tháng, số liệu gốc là của {before} tháng: tổng số không so sánh được",
        "the figures are of {now} months, those to compare with of {before}: such sums cannot be compared",
    )
    UNEQUAL_COVERAGE = (
        "unequal-coverage",
        "{now} đơn vị báo cáo, số liệu gốc là của {before} đơn vị: tổng số không so sánh được",
        "{now} units have reported, and {before} of the figures to compare with: such sums cannot be compared",
    )
    ZERO_BASELINE = (
        "zero-baseline",
        "số liệu gốc bằng 0, không tính được mức thay đổi",
        "the figure to compare with is 0, of which no change can be told",
    )
    NOTHING_LEFT = (
        "nothing-left",
        "số liệu đã giảm về 0, không tính được số lần",
        "the figure has fallen to 0, of which no number of times can be told",
    )
    LOW_COVERAGE = (
        "low-coverage",
        "mới có {reporting}/{expected} đơn vị báo cáo, cần ít nhất {least}",
        "only {reporting}/{expected} units have reported, and at least {least} is asked for",
    )
