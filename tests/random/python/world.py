"""The objects that a program's operations name, and the trace that they leave."""
import asyncio
import contextvars

from texts import describe, report_text

# After so many operations each one fails: programs multiply.
BUDGET = 1500

MAKERS = {
    "lock": lambda world: asyncio.Lock(),
    "semaphore": lambda world, value: asyncio.Semaphore(value),
    "bounded": lambda world, value: asyncio.BoundedSemaphore(value),
    "condition": lambda world, lock: asyncio.Condition(world.objects[lock] if lock else None),
    "event": lambda world: asyncio.Event(),
    "barrier": lambda world, parties: asyncio.Barrier(parties),
    "queue": lambda world, size: asyncio.Queue(size),
    "lifo": lambda world, size: asyncio.LifoQueue(size),
    "priority": lambda world, size: asyncio.PriorityQueue(size),
    "variable": lambda world: contextvars.ContextVar("variable"),
}


class World:
    def __init__(self, program, loop):
        objects, self.bodies, self.generators, self.reports_count, self.eager_tasks = program
        self.loop = loop
        self.lines = []
        self.muted = False
        self.steps = 0
        self.numbers = {"body": 0, "generator": 0, "callback": 0}
        self.number = 0
        self.objects = {}
        self.typed = {}
        self.reports = []
        for name, maker, *arguments in objects:
            self.objects[name] = MAKERS[maker](self, *arguments)

    def get(self, name):
        return self.objects.get(name)

    def label(self, kind, index=""):
        self.numbers[kind] += 1
        return f"{kind[0]}{index}.{self.numbers[kind]}"

    def step(self):
        self.steps += 1
        if self.steps > BUDGET:
            raise RuntimeError("budget")

    def line(self, text):
        if not self.muted:
            self.lines.append(f"{round(self.loop.time() * 1000)} {text}")

    def report(self, loop, context):
        error = context.get("exception")
        text = report_text(context["message"]) + (f" {describe(error)}" if error else "")
        if "never retrieved" not in text:
            self.line(f"report {text}")
        elif self.reports_count:
            # When that is noticed is up to the garbage collector.
            self.reports.append(text)


class Frame:
    """Who acts: a body, a generator, or a callback."""

    def __init__(self, world, label):
        self.world = world
        self.label = label

    def get(self, name):
        return self.world.get(name)

    def trace(self, text):
        self.world.line(f"{self.label} {text}")
