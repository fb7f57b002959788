// @ts-check
/** Results as a picture: a line for each question, a dot for each contender. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { nameOf } from './questions.mjs';
import { figureOf } from './statistics.mjs';

const svgNamespace = 'http://www.w3.org/2000/svg';
const width = 900;
const legendHeight = 40;
const lineHeight = 26;

/**
 * @param {readonly import('./tables.mjs').Result[]} results
 * @param {readonly import('./statistics.mjs').Competitor[]} competitors
 * @returns {string} SVG
 */
export function plot(results, competitors) {
  const { document } = parseHTML('<html></html>');
  const labels = competitors.map(({ label }) => label);
  const color = { domain: labels, scheme: /** @type {const} */ ('tableau10') };
  const points = results.flatMap(({ question, answers }) =>
    competitors.flatMap(({ id, label, kind }) => {
      const value = figureOf(answers[id]);
      // A logarithm has no place for nothing.
      return value ? [{ name: `${nameOf(question)}, ${question.unit}`, value, label, kind }] : [];
    }),
  );
  const height = results.length * lineHeight + 60;
  const chart = Plot.plot({
    document,
    width,
    height,
    marginLeft: 220,
    color,
    x: { type: 'log', grid: true, label: '← less is better', tickFormat: ',~r' },
    y: { domain: [...new Set(points.map(({ name }) => name))], label: null },
    marks: [
      Plot.ruleY(points, Plot.groupY({ x1: 'min', x2: 'max' }, { x: 'value', y: 'name', stroke: '#ccc' })),
      Plot.dot(points, {
        ...{ x: 'value', y: 'name', fill: 'label', stroke: 'white' },
        r: (/** @type {{ kind: string }} */ { kind }) => (kind === 'ours' ? 7 : 4.5),
      }),
    ],
    r: { type: 'identity' },
  });
  const legend = Plot.plot({
    document,
    width,
    height: legendHeight,
    axis: null,
    color,
    x: { domain: [0, labels.length] },
    marks: [
      Plot.dot(labels, { x: (_, i) => i + 0.1, fill: (label) => label, r: 5 }),
      Plot.text(labels, { x: (_, i) => i + 0.2, text: (label) => label, textAnchor: 'start' }),
    ],
  });
  return stacked(document, [legend, chart], [legendHeight, height]);
}

/** @param {Document} document @param {readonly Element[]} parts @param {readonly number[]} heights */
function stacked(document, parts, heights) {
  const all = document.createElementNS(svgNamespace, 'svg');
  const height = heights.reduce((sum, part) => sum + part, 0);
  all.setAttribute('xmlns', svgNamespace);
  all.setAttribute('viewBox', `0 0 ${width} ${height}`);
  all.setAttribute('style', 'background: white');
  let y = 0;
  for (const [i, part] of parts.entries()) {
    part.setAttribute('y', String(y));
    all.append(part);
    y += heights[i] ?? 0;
  }
  return `${all.outerHTML}\n`;
}
