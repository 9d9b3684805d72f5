"""How times are held: processor time, the least of several runs, and more than one try, for a machine is busy at times."""

import gc
import time
from collections.abc import Callable

RUNS, TRIES = 3, 5
SLACK = 0.05
"""Seconds that no comparison minds."""


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of some runs, without the garbage collector."""
    taken = []
    for _ in range(RUNS):
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            work()
            taken.append(time.process_time() - start)
        finally:
            gc.enable()
    return min(taken)


def assert_linear(prepare: Callable[[int], Callable[[], object]], small: int, large: int) -> None:
    """Hold that work takes time in proportion to its size: twice the proportion is for a busy machine.

    Args:
        prepare: Given a size, the work to be measured; what it does itself is not.
        small: One size.
        large: A larger one.
    """
    less, more = prepare(small), prepare(large)
    less()
    tries = []
    for _ in range(TRIES):
        tries.append((seconds(less), seconds(more)))
        if tries[-1][1] <= 2 * large / small * tries[-1][0] + SLACK:
            return
    raise AssertionError(f"{small} and {large} take {tries} seconds")
