# result() and exception() of a pending future say so; set_result then makes both work.
import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()
    for method in (f.result, f.exception):
        try:
            method()
        except asyncio.InvalidStateError as e:
            print("InvalidStateError:", e)
    f.set_result("x")
    print(f.result(), f.exception())

asyncio.run(main())
