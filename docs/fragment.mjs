// @ts-check
/** The fragment that GitHub gives a heading. @param {string} heading */
export function fragmentOf(heading) {
  const text = heading
    .replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase();
  return text.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
}
