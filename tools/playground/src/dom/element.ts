export type Child = Node | string | undefined

/**
 * Attributes of an element, by name. `true` sets an attribute without a value. `false` and undefined do not set the
 * attribute. A function is a listener, e.g. for `onclick`.
 */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>

/**
 * Creates an HTML element with its attributes, listeners and children.
 *
 * @example
 * element('button', { type: 'button', onclick: send }, 'Send')
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return fill(document.createElement(name), attributes, children)
}

/** Creates an SVG element with its attributes, listeners and children. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)
}

function fill<Filled extends Element>(filled: Filled, attributes: Attributes, children: readonly Child[]): Filled {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') filled.addEventListener(name.slice(2), value)
    else if (value === true) filled.setAttribute(name, '')
    else if (value !== undefined && value !== false) filled.setAttribute(name, String(value))
  }
  filled.append(...children.filter((child) => child !== undefined))
  return filled
}
