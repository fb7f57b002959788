"""Runs one conformance program on CPython's own asyncio, with virtual time: sleeping is free and every run is the same."""
import contextlib
import gc
import io
import sys
import traceback

from fresh_asyncio import fresh_asyncio


def run(source, filename):
    """What the program prints, and how it failed (or None)."""
    fresh_asyncio()
    out, error, argv, hook = io.StringIO(), None, sys.argv, sys.unraisablehook
    sys.argv = [filename]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        try:
            exec(compile(source, filename, "exec"), {"__name__": "__main__", "__file__": filename})
        except SystemExit:
            pass
        except BaseException:
            error = traceback.format_exc()
        gc.collect()
    sys.argv, sys.unraisablehook = argv, hook
    return out.getvalue(), error
