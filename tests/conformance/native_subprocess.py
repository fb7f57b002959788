# Subprocesses: what they print, how they end, what happens to a program that is not there.
import asyncio
from asyncio.subprocess import PIPE, STDOUT, DEVNULL

async def talk():
    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    for line in ["one\n", "two\n"]:
        p.stdin.write(line.encode())
        await p.stdin.drain()
        print("line", (await p.stdout.readline()).decode().strip())
    p.stdin.close()
    print("rest", len(await p.stdout.read()), "code", await p.wait())

async def main():
    p = await asyncio.create_subprocess_shell("cat; echo err >&2; exit 3", stdin=PIPE, stdout=PIPE, stderr=PIPE)
    out, err = await p.communicate(b"input")
    print(out.decode(), err.decode().strip(), p.returncode)
    p = await asyncio.create_subprocess_shell("echo out; echo err >&2", stdout=PIPE, stderr=STDOUT)
    out, err = await p.communicate()
    print(out.decode().split(), p.returncode)
    p = await asyncio.create_subprocess_shell("cat", stdin=DEVNULL, stdout=PIPE)
    out, err = await p.communicate()
    print("nothing", len(out))
    await talk()
    p = await asyncio.create_subprocess_exec("sleep", "100")
    try:
        await asyncio.wait_for(p.wait(), 0.01)
    except TimeoutError:
        print("timed out", p.returncode is None)
    p.terminate()
    print("terminated", await p.wait())
    try:
        p.kill()
    except ProcessLookupError:
        print("gone")
    for args in [("no-such-program",), ("/etc/passwd",)]:
        try:
            await asyncio.create_subprocess_exec(*args)
        except OSError as e:
            print(e)
    results = await asyncio.gather(*(asyncio.create_subprocess_shell(f"exit {n}") for n in range(3)))
    print([await p.wait() for p in results])

asyncio.run(main())
