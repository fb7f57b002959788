/** A carriage return: what follows it is written over the line. */

/** Of a line that was begun anew more often, nothing of what came before can be seen. */
const mostParts = 50;

/**
 * The line as a terminal shows it. A return at its end stays, as it is not known yet what follows. Over colours a text is not laid
 * letter by letter: the later one stands.
 */
export function overprinted(text: string): string {
  if (!text.includes('\r')) return text;
  const parts = text.split('\r').slice(-mostParts);
  const shown = parts.reduce((before, part) => {
    if (part === '') return before;
    return before.includes('\x1b') || part.includes('\x1b') ? part : part + before.slice(part.length);
  });
  return text.endsWith('\r') ? `${shown}\r` : shown;
}
