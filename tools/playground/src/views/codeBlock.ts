import { breakable } from '../dom/breakable.ts'
import { element } from '../dom/element.ts'

/** Creates a block of preformatted text, which users can scroll with the keyboard. */
export function codeBlock(name: string, text: string): HTMLElement {
  return element('pre', { class: 'scroll', role: 'region', 'aria-label': name, tabindex: 0 }, ...breakable(text))
}

export function jsonBlock(name: string, value: unknown): HTMLElement {
  return codeBlock(name, JSON.stringify(value, null, 2))
}
