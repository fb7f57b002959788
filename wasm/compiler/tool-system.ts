/** The system calls of a command-line tool (clang, wasm-ld) compiled to WASI preview 1, over files in memory. */
import { FileNode, type FileSystem } from './filesystem.ts';
import { clockTime, Errno, ExitSignal, FileType, stringCalls } from '../wasi/calls.ts';
import { MemoryView } from '../wasi/memory.ts';

type Descriptor =
  | { kind: 'output'; chunks: Uint8Array[] }
  | { kind: 'input' }
  | { kind: 'directory'; path: string; inode: bigint }
  | { kind: 'file'; node: FileNode; position: number };

const openFlag = { create: 1, directory: 2, truncate: 8 } as const;
const allRights = 0xffff_ffff_ffff_ffffn;
const rootDescriptor = 3;
/** A program of `static char big[2u << 30] = {1}` is one of two gigabytes. */
const longestFile = 256 << 20;
const mostPrinted = 8 << 20;

export class ToolSystem {
  readonly stdout: Uint8Array[] = [];
  readonly stderr: Uint8Array[] = [];
  readonly memory = new MemoryView();
  readonly #args: readonly string[];
  readonly #descriptors: (Descriptor | undefined)[];

  readonly #files: FileSystem;
  #printed = 0;

  constructor(args: readonly string[], files: FileSystem) {
    this.#files = files;
    this.#args = args;
    this.#descriptors = [
      { kind: 'input' },
      { kind: 'output', chunks: this.stdout },
      { kind: 'output', chunks: this.stderr },
      { kind: 'directory', path: '/', inode: 0n },
    ];
  }

  /** The import object's `wasi_snapshot_preview1`. */
  imports(): WebAssembly.ModuleImports {
    const unsupported = (): number => Errno.nosys;
    return {
      ...this.#process(),
      ...this.#descriptorCalls(),
      ...this.#pathCalls(),
      fd_readdir: unsupported,
      path_link: unsupported,
      path_readlink: () => Errno.inval,
      path_symlink: unsupported,
      poll_oneoff: unsupported,
    };
  }

  #process(): WebAssembly.ModuleImports {
    const { memory } = this;
    return {
      ...stringCalls(memory, this.#args),
      clock_time_get: (id: number, _precision: bigint, out: number) => (memory.u64(out, clockTime(id)), Errno.success),
      // Only names of temporary files are drawn from it.
      random_get: (out: number, length: number) => (memory.bytes(out, length).fill(7), Errno.success),
      proc_exit: (code: number) => {
        throw new ExitSignal(code);
      },
    };
  }

  #descriptorCalls(): WebAssembly.ModuleImports {
    return {
      fd_close: (fd: number) =>
        this.#descriptors[fd] ? ((this.#descriptors[fd] = undefined), Errno.success) : Errno.badf,
      fd_fdstat_get: (fd: number, out: number) => this.#describe(fd, out),
      fd_filestat_get: (fd: number, out: number) => this.#status(this.#descriptors[fd], out),
      fd_filestat_set_size: (fd: number, size: bigint) => {
        if (size > longestFile) return Errno.fbig;
        return this.#withFile(fd, (file) => file.node.resize(Number(size)));
      },
      fd_filestat_set_times: () => Errno.success,
      fd_pread: (fd: number, vectors: number, count: number, offset: bigint, out: number) =>
        this.#withFile(fd, (file) => this.memory.u32(out, this.#read(file.node, Number(offset), vectors, count))),
      fd_prestat_get: (fd: number, out: number) => {
        if (fd !== rootDescriptor) return Errno.badf;
        this.memory.u32(out, 0);
        this.memory.u32(out + 4, 1);
        return Errno.success;
      },
      fd_prestat_dir_name: (_fd: number, out: number) => (this.memory.bytes(out, 1).set([47]), Errno.success),
      fd_read: (fd: number, vectors: number, count: number, out: number) => this.#readNext(fd, vectors, count, out),
      fd_seek: (fd: number, offset: bigint, whence: number, out: number) => this.#seek(fd, Number(offset), whence, out),
      fd_write: (fd: number, vectors: number, count: number, out: number) => this.#write(fd, vectors, count, out),
    };
  }

  #pathCalls(): WebAssembly.ModuleImports {
    return {
      path_create_directory: () => Errno.success,
      path_remove_directory: () => Errno.success,
      path_filestat_get: (fd: number, _flags: number, path: number, length: number, out: number) =>
        this.#status(this.#find(this.#path(fd, path, length)), out),
      path_open: (
        fd: number,
        _lookup: number,
        path: number,
        length: number,
        flags: number,
        _base: bigint,
        _inherit: bigint,
        _fdFlags: number,
        out: number,
      ) => this.#open(this.#path(fd, path, length), flags, out),
      path_rename: (fd: number, path: number, length: number, newFd: number, newPath: number, newLength: number) =>
        this.#rename(this.#path(fd, path, length), this.#path(newFd, newPath, newLength)),
      path_unlink_file: (fd: number, path: number, length: number) =>
        this.#files.remove(this.#path(fd, path, length)) ? Errno.success : Errno.noent,
    };
  }

  #path(fd: number, path: number, length: number): string {
    const directory = this.#descriptors[fd];
    return `${directory?.kind === 'directory' ? directory.path : ''}/${this.memory.text(path, length, Infinity)}`;
  }

  #find(path: string): Descriptor | undefined {
    const node = this.#files.file(path);
    if (node) return { kind: 'file', node, position: 0 };
    const inode = this.#files.directory(path);
    return inode === undefined ? undefined : { kind: 'directory', path, inode };
  }

  #open(path: string, flags: number, out: number): number {
    let found = this.#find(path);
    if (!found) {
      if (!(flags & openFlag.create)) return Errno.noent;
      found = { kind: 'file', node: this.#files.set(path, new FileNode()), position: 0 };
    }
    if (flags & openFlag.directory && found.kind !== 'directory') return Errno.notdir;
    if (flags & openFlag.truncate && found.kind === 'file') found.node = this.#files.set(path, new FileNode());
    this.memory.u32(out, this.#descriptors.push(found) - 1);
    return Errno.success;
  }

  #rename(from: string, to: string): number {
    const node = this.#files.file(from);
    if (!node) return Errno.noent;
    this.#files.remove(from);
    this.#files.set(to, node);
    return Errno.success;
  }

  #withFile(fd: number, use: (file: Descriptor & { kind: 'file' }) => void): number {
    const descriptor = this.#descriptors[fd];
    if (descriptor?.kind !== 'file') return descriptor ? Errno.inval : Errno.badf;
    use(descriptor);
    return Errno.success;
  }

  #read(node: FileNode, offset: number, vectors: number, count: number): number {
    let at = offset;
    for (const buffer of this.memory.vectors(vectors, count)) {
      const part = node.bytes.subarray(at, at + buffer.length);
      buffer.set(part);
      at += part.length;
    }
    return at - offset;
  }

  #readNext(fd: number, vectors: number, count: number, out: number): number {
    if (this.#descriptors[fd]?.kind === 'input') return (this.memory.u32(out, 0), Errno.success);
    return this.#withFile(fd, (file) => {
      const read = this.#read(file.node, file.position, vectors, count);
      file.position += read;
      this.memory.u32(out, read);
    });
  }

  #seek(fd: number, offset: number, whence: number, out: number): number {
    if (this.#descriptors[fd]?.kind === 'output') return Errno.spipe;
    return this.#withFile(fd, (file) => {
      const from = [0, file.position, file.node.size][whence] ?? 0;
      file.position = from + offset;
      this.memory.u64(out, BigInt(file.position));
    });
  }

  /** A program can make the compiler say more than anybody reads. */
  #print(chunks: Uint8Array[], bytes: Uint8Array): void {
    this.#printed += bytes.length;
    if (this.#printed <= mostPrinted) chunks.push(bytes.slice());
  }

  #write(fd: number, vectors: number, count: number, out: number): number {
    const descriptor = this.#descriptors[fd];
    if (descriptor?.kind !== 'file' && descriptor?.kind !== 'output') return Errno.badf;
    let written = 0;
    for (const buffer of this.memory.vectors(vectors, count)) {
      if (descriptor.kind === 'output') this.#print(descriptor.chunks, buffer);
      else if (descriptor.position + buffer.length > longestFile) return Errno.fbig;
      else {
        descriptor.node.write(buffer, descriptor.position);
        descriptor.position += buffer.length;
      }
      written += buffer.length;
    }
    this.memory.u32(out, written);
    return Errno.success;
  }

  #describe(fd: number, out: number): number {
    const descriptor = this.#descriptors[fd];
    if (!descriptor) return Errno.badf;
    this.memory.bytes(out, 24).fill(0);
    this.memory.view.setUint8(out, descriptor.kind === 'directory' ? FileType.directory : FileType.regular);
    this.memory.u64(out + 8, allRights);
    this.memory.u64(out + 16, allRights);
    return Errno.success;
  }

  #status(descriptor: Descriptor | undefined, out: number): number {
    if (!descriptor) return Errno.noent;
    this.memory.bytes(out, 64).fill(0);
    const file = descriptor.kind === 'file' ? descriptor.node : undefined;
    const inode = descriptor.kind === 'directory' ? descriptor.inode : file?.inode;
    this.memory.u64(out + 8, inode ?? 0n);
    this.memory.view.setUint8(out + 16, descriptor.kind === 'directory' ? FileType.directory : FileType.regular);
    this.memory.u64(out + 24, 1n);
    this.memory.u64(out + 32, BigInt(file?.size ?? 0));
    return Errno.success;
  }
}
