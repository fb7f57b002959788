/** All of the output that is kept, as a text; what was left out is said in numbers. */
import { linesOf, type OutputLine, type OutputLog } from './log.ts';
import { withoutEscapes } from './sgr.ts';

export function leftOut({ cutLines, cutCharacters }: Pick<OutputLog, 'cutLines' | 'cutCharacters'>): string {
  const characters = `${cutCharacters.toLocaleString('en')} characters`;
  return cutLines > 0 ? `${cutLines.toLocaleString('en')} lines (${characters})` : characters;
}

export function wholeText(log: OutputLog): string {
  const { head, tail, cutCharacters } = log;
  const gap = cutCharacters > 0 ? [`… ${leftOut(log)} left out …`] : [];
  const texts = cutCharacters > 0 ? [...head.map(textOf), ...gap, ...tail.map(textOf)] : linesOf(log).map(textOf);
  return texts.map((text) => `${text}\n`).join('');
}

function textOf({ text, cut }: OutputLine): string {
  const plain = withoutEscapes(text).replace(/\r$/, '');
  return cut > 0 ? `${plain} … ${cut.toLocaleString('en')} characters cut` : plain;
}
