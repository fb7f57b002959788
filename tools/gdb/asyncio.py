"""gdb: `source tools/gdb/asyncio.py`, then `asyncio-tasks` lists the unfinished tasks of this thread's loop, each with its
coroutines, the innermost first, and the line of the latest co_await of each. Reads memory only: a core file will do."""

import os

import gdb


def pointers(name):
    return gdb.lookup_type("asyncio::detail::" + name).pointer()


def address(value):
    return int(value) if value.type.code == gdb.TYPE_CODE_PTR else int(value.address)


def tasks(loop):
    """Its list is a ring that leads through the list's own head."""
    head = loop["tasks"]["head_"]
    node = head["next_"]
    while address(node) != address(head):
        yield node.cast(pointers("TaskCore")).dereference()
        node = node["next_"]


def name(task):
    # A std::unique_ptr is a pointer, in memory.
    extras = task["extras_"].address.cast(pointers("FutureExtras").pointer()).dereference()
    given = extras["name"]["_M_dataplus"]["_M_p"].string() if address(extras) != 0 else ""
    return given or "Task-{}".format(int(task["number_"]))


def frames(task, thread):
    """Coroutines, the innermost first."""
    runs = address(thread["task"]) == address(task)
    frame = thread["innermost"] if runs else task["innermost_"]
    while address(frame) != 0:
        yield frame
        frame = frame["caller"]


def line(frame):
    place = frame["where"]["_M_impl"]
    if address(place) == 0:
        return "?"
    file = os.path.basename(place["_M_file_name"].string())
    return "{}:{}  {}".format(file, int(place["_M_line"]), place["_M_function_name"].string())


def state(task, thread):
    waits_for = task["waiting_on_"]
    if address(thread["task"]) == address(task):
        return "runs"
    if address(waits_for) == 0:
        return "is ready"
    # Arguments of templates tell nothing.
    return "waits: " + str(waits_for.dynamic_type.target()).split("<")[0].split("::")[-1]


class Tasks(gdb.Command):
    """The unfinished tasks of the loop that runs on this thread."""

    def __init__(self):
        super().__init__("asyncio-tasks", gdb.COMMAND_STACK)

    def invoke(self, argument, from_tty):
        thread = gdb.parse_and_eval("'asyncio::detail::thread_state'")
        loop = thread["loop"]
        if address(loop) == 0:
            raise gdb.GdbError("no loop runs on this thread")
        for task in tasks(loop):
            print("{} {}".format(name(task), state(task, thread)))
            for frame in frames(task, thread):
                print("  " + line(frame))


Tasks()
