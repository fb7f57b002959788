/** An event log of a run that never was: as many tasks and events as are asked for. */

const recordSize = 32;
const kinds = {
  string: 1,
  iteration: 2,
  created: 3,
  stepBegin: 4,
  stepEnd: 5,
  suspended: 6,
  woken: 7,
  done: 9,
  frame: 11,
};
const texts = ['', 'Task-1', 'async_main', 'worker', 'sleep', 'main.cpp', 'Lock.acquire', 'gather'];
const frames = { main: 1, worker: 2, lock: 3 };

class Writer {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  #at = 0;
  events = 0;

  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
    this.#view = new DataView(this.#bytes.buffer);
    this.#write('ASYNCLOG');
    this.#view.setUint32(8, 1, true);
    this.#at = 16;
  }

  string(id: number, text: string): void {
    this.record(kinds.string, 0, 0, [id, text.length]);
    this.#write(text);
    this.#at += Math.ceil(text.length / 8) * 8;
  }

  record(kind: number, subject: number, time: number, values: readonly number[] = []): void {
    const view = this.#view;
    view.setUint8(this.#at, kind);
    view.setUint32(this.#at + 4, subject, true);
    view.setFloat64(this.#at + 8, time, true);
    values.forEach((value, index) => view.setUint32(this.#at + 16 + 4 * index, value, true));
    this.#at += recordSize;
    if (kind !== kinds.string) this.events += 1;
  }

  get file(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#at);
  }

  #write(text: string): void {
    for (let i = 0; i < text.length; i++) this.#bytes[this.#at + i] = text.charCodeAt(i);
  }
}

/** Each task works, sleeps, takes a lock now and then, and is woken, over and over; all take a step in turn. */
export function syntheticLog(tasks: number, events: number): Uint8Array<ArrayBuffer> {
  const out = new Writer((events + tasks + 1_000) * recordSize + tasks * 64);
  texts.forEach((text, id) => {
    if (id > 0) out.string(id, text);
  });
  const name = (task: number): number => texts.length + task;
  out.record(kinds.frame, frames.main, 0, [0, 2, 5, 20]);
  out.record(kinds.frame, frames.worker, 0, [0, 3, 5, 8]);
  out.record(kinds.frame, frames.lock, 0, [0, 3, 5, 9]);
  out.record(kinds.created, 1, 0, [1, 0, 2, 0]);
  out.record(kinds.stepBegin, 1, 0.01);
  for (let task = 2; task <= tasks; task++) {
    out.string(name(task), `Task-${task}`);
    out.record(kinds.created, task, task / 1_000, [name(task), 1, 3, frames.main]);
  }
  let time = tasks / 1_000;
  out.record(kinds.suspended, 1, time, [7, 0, frames.main]);
  out.record(kinds.stepEnd, 1, time);
  for (let turn = 0; out.events < events - 5; turn++) {
    const task = 2 + (turn % (tasks - 1));
    if (task === 2) out.record(kinds.iteration, 0, time, [turn / (tasks - 1), tasks]);
    const locks = turn % 7 === 0;
    if (turn >= tasks - 1) out.record(kinds.woken, task, time, [locks ? 2 + ((turn * 31) % (tasks - 1)) : 0]);
    time += 0.002;
    out.record(kinds.stepBegin, task, time);
    time += 0.005;
    out.record(kinds.suspended, task, time, locks ? [6, 0, frames.lock] : [4, 0, frames.worker]);
    out.record(kinds.stepEnd, task, time);
  }
  return out.file;
}
