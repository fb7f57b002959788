"""Runs one program of the page; what it writes goes out at once."""
import gc
import io
import linecache
import sys
import traceback

from fresh_asyncio import fresh_asyncio

name = "main.py"


class Out(io.TextIOBase):
    def __init__(self, stream, write):
        self._stream = stream
        self._write = write

    def write(self, text):
        self._write(self._stream, str(text))
        return len(text)


def run(source, write):
    """How the program failed, in the words of Python, or None."""
    fresh_asyncio()
    sys.stdout, sys.stderr, sys.argv = Out("stdout", write), Out("stderr", write), [name]
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    error = None
    try:
        exec(compile(source, name, "exec"), {"__name__": "__main__", "__file__": name})
    except SystemExit:
        pass
    except BaseException as raised:
        error = story_of(raised)
    gc.collect()
    return error


def story_of(raised):
    """The traceback, without what is not the program's."""
    story = traceback.TracebackException.from_exception(raised)
    own = [frame for frame in story.stack if frame.filename == name]
    story.stack = traceback.StackSummary.from_list(own)
    return "".join(story.format())
