"""How the benchmarks measure: processor time, without the garbage collector, the least of several interleaved runs."""

import gc
import time
from collections.abc import Callable, Sequence


def seconds(action: Callable[[], object]) -> float:
    """The processor time of one run, without the garbage collector, whose rounds depend on what else is alive."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        action()
        return time.process_time() - start
    finally:
        gc.enable()


def least_seconds(actions: Sequence[Callable[[], object]], rounds: int = 5) -> list[float]:
    """The least time of each action; they take turns, so that a busy spell of the machine befalls all of them."""
    taken = [[seconds(action) for action in actions] for _ in range(rounds)]
    return [min(times) for times in zip(*taken, strict=True)]
