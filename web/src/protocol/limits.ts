/** How much may cross into the page. A message that holds more is none of ours. */

/** The page keeps so many events of one run, up to so many tasks: some 100 MB there. Later ones are counted. */
export const mostEvents = 1_000_000;
export const mostTasks = 100_000;
/** Events in one message: what the page takes in within a third of a frame. */
export const batchEvents = 2_000;
/** Pieces of output in one message, and characters of one of them. */
export const batchChunks = 10_000;
export const chunkText = 300_000;
/** Messages that one run may send in a second: an honest one sends a tenth of it. */
export const messagesASecond = 2_000;

/** How much of a program's output is kept: its beginning and its end. */
export const headLines = 500;
export const tailLines = 1_000;
export const lineCharacters = 4_000;

/** What a program may be given: characters of its input at once, and its arguments and variables. */
export const mostInput = 1 << 20;
export const mostWords = 1_000;
export const longestWord = 8_192;

/** Characters of what a Python program writes: of all, and of one message. */
export const pythonCharacters = 1_000_000;
export const pythonChunk = 16_384;
