import type { Figure } from '../../corp/statistics.ts'
import { element, svgElement } from '../../dom/element.ts'
import type { Texts } from '../../i18n/Texts.ts'
import { table } from '../table.ts'

const [width, height] = [320, 96]
/** Space in pixels for the number above each bar, and for the label below each bar. */
const [above, below] = [16, 16]

/** Creates a bar chart, with a summary for screen readers and a table of the same figures. */
export function barChart(title: string, figures: readonly Figure[], texts: Texts): HTMLElement {
  return element(
    'figure',
    {},
    element('figcaption', {}, title),
    bars(figures, summaryOf(title, figures, texts)),
    element(
      'details',
      {},
      element('summary', {}, texts.asTable),
      table(
        title,
        [texts.columns.day, texts.columns.value],
        figures.map(({ label, value }) => [label, String(value)]),
      ),
    ),
  )
}

function summaryOf(title: string, figures: readonly Figure[], { chartSummary }: Texts): string {
  const highest = figures.reduce<Figure | undefined>(
    (most, one) => (most && most.value >= one.value ? most : one),
    undefined,
  )
  return chartSummary(title, highest?.label ?? '–', highest?.value ?? 0)
}

function bars(figures: readonly Figure[], summary: string): SVGElement {
  const step = width / Math.max(figures.length, 1)
  const top = Math.max(...figures.map(({ value }) => value), 1)
  const last = figures.length - 1
  const areDays = figures.length >= 8
  const drawn = figures.flatMap(({ label, value }, index) => {
    const middle = (index + 0.5) * step
    const length = (value / top) * (height - above - below)
    const base = height - below
    // Labels of all days would overlap, so every third day has one. The last label is wider than its bar and ends with
    // it.
    const hasLabel = !areDays || index % 3 === last % 3
    const axis = areDays && index === last ? { x: width, class: 'axis end' } : { x: middle, class: 'axis' }
    return [
      svgElement('rect', { x: middle - step * 0.36, y: base - length, width: step * 0.72, height: length, rx: 2 }),
      value > 0 ? svgElement('text', { x: middle, y: base - length - 4 }, String(value)) : undefined,
      hasLabel ? svgElement('text', { ...axis, y: height - 3 }, label) : undefined,
    ]
  })
  return svgElement(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': summary },
    svgElement('line', { x1: 0, x2: width, y1: height - below, y2: height - below }),
    ...drawn,
  )
}
