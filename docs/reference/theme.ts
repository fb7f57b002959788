/**
 * How the site looks: Doxygen Awesome, Debian's package of it, which goes with Debian's Doxygen. It is kept well, and brings a dark
 * theme and a layout for phones, which Doxygen itself has not.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApt } from '../../tools/toolchain/apt.mjs';
import { run, ToolchainError } from '../../tools/toolchain/run.mjs';

const files = '/usr/share/doxygen-awesome-css';
const themed = (name: string): string => join(files, `doxygen-awesome${name}`);

export const stylesheets = ['.css', '-sidebar-only.css', '-sidebar-only-darkmode-toggle.css'].map(themed);
export const scripts = ['-darkmode-toggle.js'].map(themed);

export function ensureTheme(): void {
  ensureApt(['doxygen', 'doxygen-awesome-css']);
  for (const file of [...stylesheets, ...scripts])
    if (!existsSync(file)) throw new ToolchainError(`please install doxygen-awesome-css: there is no ${file}`);
}

/** Writes Doxygen's own header with the script that switches between light and dark. @returns its file */
export function writeHeader(dir: string): string {
  const [header, footer, style] = ['header.html', 'footer.html', 'style.css'];
  run('doxygen', ['-w', 'html', header, footer, style], { cwd: dir, quiet: true });
  const own = [
    '<meta name="color-scheme" content="light dark">',
    '<script src="$relpath^doxygen-awesome-darkmode-toggle.js"></script>',
    '<script>DoxygenAwesomeDarkModeToggle.init()</script>',
  ];
  const file = join(dir, header);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('</head>', () => `${own.join('\n')}\n</head>`),
  );
  return file;
}
