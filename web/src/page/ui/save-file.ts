/** Hands a file to the browser, which saves it where it saves downloads. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next turn; some browsers need a little longer.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name as a file's: letters, digits, dashes. */
export function fileName(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'program'
  );
}
