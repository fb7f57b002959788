# Children of a TaskGroup and of gather get copies too; the group's own context does not change.
import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")

async def log(text):
    print("[" + request.get() + "]", text)

async def handle(name):
    request.set(name)
    await log("begins")
    await asyncio.sleep(0.01)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(log("child"))
    await log("ends")

async def main():
    await asyncio.gather(handle("a"), handle("b"))
    await log("main")

asyncio.run(main())
