/**
 * The shapes of what the compiler and the host tell the page, written once: types.ts takes the types from here, the page its
 * checks. Lengths are bounded, numbers finite: who sends may have been taken over by a program.
 */
import * as v from 'valibot';
import { clocks } from './clocks.ts';
import { scheduleText } from './schedules.ts';
import { resourceActs, timerActs } from './trace-records.ts';

/** Of a name, a file or a message in one event. */
export const eventText = 4_096 + 64;
/** Of the message that ends a run; the host cuts earlier. */
const failureText = 70_000;
const mostDiagnostics = 400;

export const finite = v.pipe(v.number(), v.finite());
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** @param most characters */
export const text = (most: number): v.GenericSchema<unknown, string> => v.pipe(v.string(), v.maxLength(most));
export const bytes = v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, 'bytes');
/** @param most so many of them */
const fewBytes = (most: number): v.GenericSchema<unknown, Uint8Array<ArrayBuffer>> =>
  v.pipe(
    bytes,
    v.check(({ length }) => length <= most),
  );

const diagnosticFields = {
  severity: v.picklist(['error', 'warning', 'note']),
  file: text(eventText),
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
  message: text(failureText),
  /** The warning's flag without the dash (`Wunused-variable`), if it has one. */
  option: v.exactOptional(text(eventText)),
};

/** A message that belongs to another one. */
export const note = v.object(diagnosticFields);

/** One message of the compiler. Lines and columns are 1-based; columns count UTF-16 units, as Monaco's do. */
export const diagnostic = v.object({
  ...diagnosticFields,
  notes: v.pipe(v.array(note), v.maxLength(mostDiagnostics)),
});

/** As Clang's `-O`. */
export const optimisation = v.picklist([0, 2]);

export const compileResult = v.pipe(
  v.object({
    ok: v.boolean(),
    /** How far the module is optimised: less than was asked for, where Clang fails at that. */
    optimisation,
    /** The linked WebAssembly module, when `ok`. */
    module: v.exactOptional(bytes),
    diagnostics: v.pipe(v.array(diagnostic), v.maxLength(mostDiagnostics)),
    /** What a terminal would have shown: diagnostics with source excerpts, linker errors. */
    text: text(1 << 20),
    compileMs: finite,
    linkMs: finite,
  }),
  v.check(({ ok, module }) => !ok || module !== undefined, 'a module where all is well'),
);

/** Bytes received and expected over the wire, all files together. */
export const loadProgress = v.object({ loaded: count, total: count });

/** Bytes after gzip: what a program takes on its way to a browser. `runtime`: of the code and data that are the runtime's own. */
export const programSize = v.object({ compressed: count, runtime: count });

/** Why a program ended early. */
export const failure = v.object({
  kind: v.picklist(['exception', 'abort', 'trap', 'deadlock', 'memory', 'refused', 'unfinished']),
  /** The C++ type of the exception, for `exception`. */
  type: text(eventText),
  message: text(failureText),
});

export const clock = v.picklist(clocks);

export const runResult = v.object({
  exitCode: v.pipe(v.number(), v.safeInteger()),
  failure: v.exactOptional(failure),
  clock,
  wallMs: finite,
  /** As the chosen clock has it: so long did the run take for the program. */
  clockMs: finite,
  /** Where the module says it: one that this compiler has linked. */
  size: v.exactOptional(programSize),
});

/** Of an explored run's output: its beginning and its end, each. */
export const excerptText = 2_000;
/** Groups that are told one by one, and deviations of each that are told in words. */
export const mostGroups = 40;
export const mostTold = 20;

/** A deviation of a run from first in, first out, by the names of the tasks; a timer has none. */
export const toldDeviation = v.object({
  /** By the loop's clock. */
  time: finite,
  first: text(eventText),
  second: text(eventText),
});

/** Runs that wrote the same and ended alike. */
export const scheduleGroup = v.object({
  runs: count,
  /** Which run was the first of them, from 1. */
  found: count,
  /** The simplest one that was found, as `ASYNCIO_SCHEDULE` has it. */
  schedule: text(scheduleText),
  /** Its deviations, the first of them, and how many there are. */
  told: v.pipe(v.array(toldDeviation), v.maxLength(mostTold)),
  deviations: count,
  exitCode: v.pipe(v.number(), v.safeInteger()),
  failure: v.exactOptional(failure),
  /** What it wrote: all of it, or the beginning, and then the end. */
  head: text(excerptText),
  tail: text(excerptText),
  characters: count,
});

/** What the schedules of a program came to, so far. */
export const exploration = v.object({
  runs: count,
  /** Of real time. */
  ms: finite,
  groups: v.pipe(v.array(scheduleGroup), v.maxLength(mostGroups)),
  /** Groups that are not told one by one. */
  more: count,
  /** Whether each order that there is was tried. */
  complete: v.boolean(),
});

const task = { time: finite, task: count };

/** A decoded record of the event log; see docs/event-log.md. Times are milliseconds since the run began. */
export const traceEvent = v.variant('kind', [
  v.object({ kind: v.literal('iteration'), time: finite, number: count, ready: count }),
  v.object({
    kind: v.literal('created'),
    ...task,
    name: text(eventText),
    parent: count,
    eager: v.boolean(),
    coroutine: text(eventText),
    /** Of the call that made it, whose callers are the coroutines that made it. */
    place: count,
  }),
  v.object({ kind: v.literal('stepBegin'), ...task }),
  v.object({ kind: v.literal('stepEnd'), ...task }),
  v.object({ kind: v.literal('suspended'), ...task, what: text(eventText), awaited: count, place: count }),
  v.object({ kind: v.literal('woken'), ...task, by: count }),
  v.object({ kind: v.literal('cancelRequested'), ...task, by: count, message: text(eventText) }),
  v.object({
    kind: v.literal('done'),
    ...task,
    outcome: v.picklist(['returned', 'failed', 'cancelled']),
    type: text(eventText),
    message: text(eventText),
  }),
  v.object({ kind: v.literal('renamed'), ...task, name: text(eventText) }),
  v.object({
    kind: v.literal('frame'),
    time: finite,
    frame: count,
    column: count,
    /** The frame of the coroutine that awaits this one; 0: none does. */
    caller: count,
    function: text(eventText),
    file: text(eventText),
    line: count,
  }),
  v.object({ kind: v.literal('dropped'), time: finite, count }),
  v.object({
    kind: v.literal('used'),
    ...task,
    act: v.picklist(resourceActs),
    /** Which of `resourceTypes`. */
    type: count,
    /** Another may have this number after it was destroyed. */
    resource: count,
    level: count,
    place: count,
  }),
  v.object({
    kind: v.literal('timer'),
    time: finite,
    act: v.picklist(timerActs),
    timer: count,
    /** How long from now, when it is set. */
    seconds: count,
    nanoseconds: count,
  }),
]);

/** Bytes that a program may send with one request. */
export const mostRequestBody = 1 << 20;

/** What a program asks of a server. `place` is the line that asks: `main.cpp:12`. */
export const networkRequest = v.object({
  url: text(8_192),
  method: text(32),
  headers: v.pipe(v.array(v.tuple([text(256), text(8_192)])), v.maxLength(64)),
  body: fewBytes(mostRequestBody),
  place: text(eventText),
});

/** What is known of a question of the benchmarks: what an operation costs, medians over the turns so far. */
export const benchmarkRow = v.object({
  /** The C++ benchmark's name, its argument included: `gather/1000`. */
  question: text(eventText),
  /** What an operation costs: time, or memory. */
  unit: v.picklist(['ns', 'bytes']),
  turns: count,
  asyncio: finite,
  /** Absent where JavaScript is not asked, or cannot answer. */
  javascript: v.exactOptional(finite),
  /** Why JavaScript cannot answer: its calls are nested too deeply for its stack. */
  javascriptFailure: v.exactOptional(text(eventText)),
});
