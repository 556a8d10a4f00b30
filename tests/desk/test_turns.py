"""Whose turn it is at the desk."""

import asyncio

import pytest

from auditor.desk.turns import Turns


async def played(turns, pages, ends):
    """The order in which audits begin, by page and number; ``ends`` are those that end, in turn."""
    begun: list[str] = []
    over: dict[str, asyncio.Event] = {}

    async def audit(page, number):
        async with turns.of(page):
            begun.append(f"{page}{number}")
            await over.setdefault(f"{page}{number}", asyncio.Event()).wait()

    tasks = [asyncio.create_task(audit(page, n)) for n, page in enumerate(pages, start=1)]
    await asyncio.sleep(0.01)
    for end in ends:
        over[end].set()
        await asyncio.sleep(0.01)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return begun


@pytest.mark.parametrize(
    "pages, ends, begun",
    [
        ("AAAAB", [], ["A1", "A2", "B5"]),  # B waits for nothing of A's
        ("AAAA", ["A1"], ["A1", "A2", "A3"]),
        ("AABB", [], ["A1", "A2", "B3"]),  # three at a time in all
        ("AAABB", ["A1"], ["A1", "A2", "B4", "A3"]),  # as many each: who waited longest
        ("AABC", ["B3"], ["A1", "A2", "B3", "C4"]),
        ("AAAC", ["A1", "A2"], ["A1", "A2", "C4", "A3"]),
    ],
)
def test_a_turn_goes_to_the_page_that_has_fewest(pages, ends, begun):
    assert asyncio.run(played(Turns(2, 3), pages, ends)) == begun


def test_who_gives_up_waiting_takes_no_turn():
    async def given_up():
        turns = Turns(1, 1)
        begun = []

        async def audit(name):
            async with turns.of("A"):
                begun.append(name)
                await asyncio.sleep(0.01)

        first, second, third = (asyncio.create_task(audit(n)) for n in "xyz")
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.gather(first, second, third, return_exceptions=True)
        return begun

    assert asyncio.run(given_up()) == ["x", "z"]
