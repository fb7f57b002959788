/** Reads a recording, the event log of a native program, and gives its events to the page at the pace at which that takes them. */
import { messageOf } from '../../../wasm/api/errors.ts';
import { EventLogReader } from '../../../wasm/run/event-log.ts';
import { DamagedTrace } from '../../../wasm/run/trace.ts';
import type { SentRecordingReply } from '../protocol/messages.ts';
import { parseRecordingRequest } from '../protocol/parse.ts';
import { packEvents } from '../protocol/trace-batch.ts';
import { TraceSender } from './program/trace-sender.ts';

/** What is read at once: some thousands of events. */
const pieceBytes = 1 << 18;

function send(message: SentRecordingReply, moved: Transferable[] = []): void {
  postMessage(message, { transfer: moved });
}

const sender = new TraceSender((events, summary) => {
  const packed = packEvents(events);
  send({ kind: 'trace', events: packed, summary }, [packed.numbers.buffer]);
});

async function read(file: Blob): Promise<void> {
  const reader = new EventLogReader();
  for (let at = 0; at < file.size && !reader.hasEnded; at += pieceBytes) {
    sender.add(reader.read(new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer())));
    await sender.drain();
  }
  reader.finish();
}

async function open(file: Blob): Promise<void> {
  try {
    await read(file);
    send({ kind: 'read', summary: sender.summary });
  } catch (error) {
    await sender.drain();
    const message = error instanceof DamagedTrace ? `This recording is damaged: ${error.how}.` : messageOf(error);
    send({ kind: 'unreadable', message, summary: sender.summary });
  }
}

onmessage = ({ data }: MessageEvent<unknown>) => {
  const request = parseRecordingRequest(data);
  switch (request.kind) {
    case 'open':
      return void open(request.file);
    case 'shown':
      return sender.outlet.acknowledged();
  }
};
