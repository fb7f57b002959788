"""How values and exceptions are written in a trace; texts.cpp writes the same."""
import asyncio

KINDS = {
    "ValueError": ValueError,
    "RuntimeError": RuntimeError,
    "LookupError": LookupError,
    "TimeoutError": TimeoutError,
    "CancelledError": asyncio.CancelledError,
    "KeyboardInterrupt": KeyboardInterrupt,
    "SystemExit": SystemExit,
    "Exception": Exception,
    "BaseException": BaseException,
}


def describe(error, with_message=False):
    """Type and message. What a message says of an object, from the "<" of its repr() on, is each library's own.

    with_message: also that of a CancelledError; see "messages" in limits.mjs.
    """
    if isinstance(error, BaseExceptionGroup):
        return f"Group({error.message}: {', '.join(describe(e) for e in error.exceptions)})"
    if isinstance(error, asyncio.CancelledError):
        return f"CancelledError({error})" if with_message else "CancelledError"
    if isinstance(error, (asyncio.InvalidStateError, KeyboardInterrupt, SystemExit)):
        return type(error).__name__
    return f"{type(error).__name__}({str(error).partition('<')[0]})"


def outcome(value):
    """What gather() gave for one child."""
    return f"! {describe(value)}" if isinstance(value, BaseException) else str(value)


def result_text(value, typed):
    """typed: the values of a list are known to be numbers; otherwise only whether they are errors is said."""
    if not isinstance(value, list):
        return str(value)
    texts = [outcome(item) if typed or isinstance(item, BaseException) else "ok" for item in value]
    return f"[{', '.join(texts)}]"


def report_text(message):
    """The part of a report's message that the libraries have in common."""
    for words in ("Exception in callback", "exception in shielded future", "exception was never retrieved"):
        if words in message:
            return words
    return message.partition("<")[0].partition("'")[0].rstrip()
