# Tasks that nobody awaits: keep them, let each leave when it is done, and wait for the rest at the end.
import asyncio

background = set()


def spawn(work):
    task = asyncio.create_task(work)
    background.add(task)
    task.add_done_callback(background.discard)


async def send(letter):
    await asyncio.sleep(letter * 0.1)
    print("sent", letter)


async def main():
    for letter in (1, 3, 4):
        spawn(send(letter))
    await asyncio.sleep(0.2)
    print(len(background), "are under way")
    while background:
        await asyncio.wait(background)
    print("all are sent")


asyncio.run(main())
