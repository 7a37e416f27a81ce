"""When an app has done all there is to do: asked of its event loop.

Pilot asks the processor's clock instead: after each key it sleeps until the process has hardly
worked for a while. That is most of the time a screen's tests take, and on a busy machine it takes
a process that was not given the processor for one that has finished.
"""

import asyncio
from asyncio import BaseEventLoop
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import textual._wait
import textual.app
import textual.pilot
import textual.screen

PAINTING = 0.002
"""Seconds between two paintings of what has changed; Textual paints 60 times a second."""

_SOON = 0.01
"""Seconds within which a timer belongs to what is going on: the next painting, a new size."""

_CALM = 3
"""Rounds of the loop in a row that nobody but the asking task was ready in."""

_by_the_clock = textual._wait.wait_for_idle


async def wait_until_settled(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Wait until no task is ready, no timer due and no thread at work, or ``max_sleep`` seconds.

    A thread may wait for what the test does next: where one is at work, the clock is asked.
    """
    loop: Any = cast("BaseEventLoop", asyncio.get_running_loop())
    end, calm = loop.time() + max_sleep, 0
    while calm < _CALM and loop.time() < end:
        if _at_work(loop._default_executor):
            await _by_the_clock(min_sleep, max_sleep)
            return
        due = min((t.when() for t in loop._scheduled if not t.cancelled()), default=end)
        if due - loop.time() < _SOON:
            await asyncio.sleep(max(0.0, due - loop.time()))
            calm = 0
        else:
            await asyncio.sleep(0)
            calm = 0 if loop._ready else calm + 1


def _at_work(executor: ThreadPoolExecutor | None) -> bool:
    """Whether any of an executor's threads has something to do."""
    if executor is None:
        return False
    pool: Any = executor
    return bool(pool._work_queue.qsize() or len(pool._threads) > pool._idle_semaphore._value)


def settle_at_once() -> None:
    """Have each Pilot ask the loop, and screens painted without a pause."""
    textual._wait.SLEEP_GRANULARITY = 0.008
    textual._wait.SLEEP_IDLE = 0.0004
    for module in (textual.app, textual.pilot):
        vars(module)["wait_for_idle"] = wait_until_settled
    vars(textual.screen)["UPDATE_PERIOD"] = PAINTING
