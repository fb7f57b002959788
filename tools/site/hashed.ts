/** Names with a hash of the content: never another content under the same name. */
const hashed = /[.-][\w-]{8,}\.[\w.]+$/;

export function isHashed(path: string): boolean {
  return hashed.test(path);
}
