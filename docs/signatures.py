"""The parameters of asyncio's functions and methods, as JSON: docs/signatures.mjs has CPython run it.

Left out: what a program defines and asyncio calls (protocols), what a class has of another one, and what has no parameters.
"""
import asyncio
import inspect
import importlib
import json
import socket
import subprocess
from asyncio import streams, subprocess as children, trsock, unix_events

# This interpreter's system has no Unix sockets, and so its asyncio no functions for them.
socket.AF_UNIX = 1
importlib.reload(streams)
LOOP = unix_events.SelectorEventLoop
CLASSES = {
    asyncio.Barrier: '', asyncio.BaseTransport: '', asyncio.BoundedSemaphore: '', asyncio.Condition: '',
    asyncio.DatagramTransport: '', asyncio.Future: '', asyncio.Queue: '', asyncio.Runner: '', asyncio.Semaphore: '',
    streams.StreamReader: '', streams.StreamWriter: '', asyncio.SubprocessTransport: '', asyncio.Task: '',
    asyncio.TaskGroup: '', asyncio.Timeout: '', asyncio.WriteTransport: '',
    children.Process: '', trsock.TransportSocket: '', LOOP: 'loop',
}
FUNCTIONS = [
    asyncio.all_tasks, asyncio.as_completed, asyncio.capture_call_graph, asyncio.create_subprocess_exec,
    asyncio.create_subprocess_shell, asyncio.create_task, asyncio.current_task, asyncio.ensure_future,
    asyncio.format_call_graph, asyncio.future_add_to_awaited_by, asyncio.future_discard_from_awaited_by, asyncio.gather,
    streams.open_connection, streams.open_unix_connection, asyncio.print_call_graph, asyncio.run,
    asyncio.run_coroutine_threadsafe, asyncio.shield, asyncio.sleep, streams.start_server, streams.start_unix_server,
    asyncio.timeout, asyncio.timeout_at, asyncio.to_thread, asyncio.wait, asyncio.wait_for, asyncio.wrap_future,
]
# Made by the library alone: nobody calls their constructors.
MADE_BY_ASYNCIO = {'BaseTransport', 'DatagramTransport', 'Future', 'Process', 'StreamWriter', 'SubprocessTransport', 'Task',
                   'Timeout', 'TransportSocket', 'WriteTransport', 'loop'}
# What `**kwargs` stands for.
FORWARDED = {
    'open_connection': LOOP.create_connection, 'start_server': LOOP.create_server,
    'open_unix_connection': LOOP.create_unix_connection, 'start_unix_server': LOOP.create_unix_server,
    'create_subprocess_exec': subprocess.Popen, 'create_subprocess_shell': subprocess.Popen,
    'loop.subprocess_exec': subprocess.Popen, 'loop.subprocess_shell': subprocess.Popen,
    'create_task': asyncio.Task, 'loop.create_task': asyncio.Task, 'TaskGroup.create_task': asyncio.Task,
}
# Written in C, without a signature that can be asked for.
IN_C = {'Future.add_done_callback': ['fn', 'context'], 'Task.add_done_callback': ['fn', 'context']}


def parameters(name, function):
    if name in IN_C:
        return IN_C[name]
    names = []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind == parameter.VAR_KEYWORD and name in FORWARDED:
            skipped = {'self', 'protocol_factory', 'args', 'loop', *names}
            names += [p for p in inspect.signature(FORWARDED[name]).parameters if p not in skipped]
        elif parameter.name != 'self':
            stars = {parameter.VAR_POSITIONAL: '*', parameter.VAR_KEYWORD: '**'}
            names.append(stars.get(parameter.kind, '') + parameter.name)
    return names


def methods_of(cls, prefix):
    if prefix not in MADE_BY_ASYNCIO:
        yield prefix, cls
    for name in dir(cls):
        method = getattr(cls, name)
        inherited = any(base in CLASSES and hasattr(base, name) for base in cls.__mro__[1:])
        if not name.startswith('_') and callable(method) and not inherited:
            yield f'{prefix}.{name}', method


def signatures():
    callables = [(function.__name__, function) for function in FUNCTIONS]
    for cls, prefix in CLASSES.items():
        callables += methods_of(cls, prefix or cls.__name__)
    found = {name: parameters(name, function) for name, function in callables}
    return {name: names for name, names in sorted(found.items()) if names}


json.dumps(signatures(), indent=2)
