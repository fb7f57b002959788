# At most two inside at a time; locked() when no permit is left.
import asyncio

active = peak = 0

async def w(n, ms, sem):
    global active, peak
    async with sem:
        active += 1
        peak = max(peak, active)
        print("enter", n, "locked", sem.locked())
        await asyncio.sleep(ms / 1000)
        active -= 1
        print("leave", n)

async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(w("a", 30, sem), w("b", 10, sem), w("c", 40, sem), w("d", 10, sem))
    print("peak", peak, "locked", sem.locked())

asyncio.run(main())
