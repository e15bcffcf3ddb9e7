import { type Child, element } from '../dom/element.ts'

/** Creates a table. On narrow pages, users can scroll it sideways, also with the keyboard. */
export function table(name: string, headings: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  return element(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': name, tabindex: 0 },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, heading)))),
      element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell))))),
    ),
  )
}
