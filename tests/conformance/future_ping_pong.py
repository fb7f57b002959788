# Two tasks hand a ball over through futures: one iteration a pass.
import asyncio

async def player(n, mine, theirs, rounds):
    for i in range(rounds):
        print(n, "got", await mine[i])
        theirs[i].set_result(f"{n}{i}")
    return n

async def main():
    loop = asyncio.get_running_loop()
    ping = [loop.create_future() for _ in range(3)]
    pong = [loop.create_future() for _ in range(4)]
    pong[0].set_result("start")
    a = asyncio.create_task(player("a", pong, ping, 3))
    b = asyncio.create_task(player("b", ping, pong[1:], 3))
    print("winner", await a, await b, pong[3].result())

asyncio.run(main())
