/** Files in memory for the compiler: a shared read-only base (headers, libraries) under a layer that one run writes to. */

let nextInode = 1n;

/** A file that grows as it is written. The bytes of a base's file are never written to: `data` is replaced, not changed. */
export class FileNode {
  readonly inode = nextInode++;
  #data: Uint8Array;
  #size: number;

  constructor(data: Uint8Array = new Uint8Array(0)) {
    this.#data = data;
    this.#size = data.length;
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): Uint8Array {
    return this.#data.subarray(0, this.#size);
  }

  resize(size: number): void {
    const data = new Uint8Array(size);
    data.set(this.#data.subarray(0, Math.min(size, this.#size)));
    this.#data = data;
    this.#size = size;
  }

  write(bytes: Uint8Array, offset: number): void {
    const end = offset + bytes.length;
    if (end > this.#data.length) this.#reserve(end);
    this.#data.set(bytes, offset);
    this.#size = Math.max(this.#size, end);
  }

  #reserve(size: number): void {
    const data = new Uint8Array(Math.max(size, 2 * this.#data.length, 1 << 16));
    data.set(this.bytes);
    this.#data = data;
  }
}

/** Paths are absolute and `/`-separated, without the leading slash after `normalise`. */
export function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export class FileSystem {
  readonly #files = new Map<string, FileNode>();
  /** Each with an inode: clang takes two folders with one inode for the same. */
  readonly #directories = new Map<string, bigint>([['', nextInode++]]);

  readonly #base: FileSystem | undefined;

  constructor(base?: FileSystem) {
    this.#base = base;
  }

  file(path: string): FileNode | undefined {
    const key = normalise(path);
    return this.#files.get(key) ?? this.#base?.file(key);
  }

  /** A folder's inode, if there is such a folder. */
  directory(path: string): bigint | undefined {
    const key = normalise(path);
    return this.#base?.directory(key) ?? this.#directories.get(key);
  }

  /** Creates or replaces a file, with the folders above it. */
  set(path: string, node: FileNode): FileNode {
    const key = normalise(path);
    this.#files.set(key, node);
    for (let slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
      const directory = key.slice(0, slash);
      if (this.#directories.has(directory)) break;
      this.#directories.set(directory, nextInode++);
    }
    return node;
  }

  /** Removes a file of this layer. */
  remove(path: string): boolean {
    return this.#files.delete(normalise(path));
  }

  /** All files of this layer. */
  contents(): [path: string, data: Uint8Array][] {
    return [...this.#files].map(([path, { bytes }]) => [path, bytes]);
  }

  read(path: string): Uint8Array | undefined {
    return this.file(path)?.bytes;
  }

  add(path: string, data: Uint8Array | string): void {
    this.set(path, new FileNode(typeof data === 'string' ? new TextEncoder().encode(data) : data));
  }
}
