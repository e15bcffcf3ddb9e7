import { element } from '../../dom/element.ts'
import { focusInside } from '../../dom/focusInside.ts'
import type { Field } from '../Field.ts'
import type { Control, CreateControl, FormContext, Label } from './Control.ts'
import { describe, nameOf } from './labelled.ts'

/**
 * Creates a control for a list. The user can add and remove rows. An empty list is left out of the parameters. An empty
 * row is not left out, but becomes an empty object: the client refuses this object, and its error contains the number
 * of the row that the user sees.
 */
export function listControl(
  item: Field,
  path: string,
  label: Label,
  { texts }: FormContext,
  create: CreateControl,
): Control {
  let controls: Control[] = []
  const rows = element('ol', { class: 'rows' })
  const add = element('button', { type: 'button', class: 'quiet', onclick: () => focusInside(append().element) })
  add.append(texts.addItem(label.name))
  const fieldset = element('fieldset', {}, element('legend', {}, ...nameOf(label, texts)))
  fieldset.append(...[describe(fieldset, label), rows, add].filter((child) => child !== undefined))

  function append(): Control {
    const control = create(item, path, { name: label.name, required: true })
    const remove = element(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': texts.removeItem(label.name) },
      '×',
    )
    const row = element('li', {}, control.element, remove)
    remove.addEventListener('click', () => {
      controls = controls.filter((other) => other !== control)
      row.remove()
      add.focus()
    })
    controls.push(control)
    rows.append(row)
    return control
  }

  return {
    element: fieldset,
    read: () => {
      const values = controls.map((control) => control.read() ?? {})
      return values.length > 0 ? values : undefined
    },
    write: (value) => {
      controls = []
      rows.replaceChildren()
      for (const each of Array.isArray(value) ? value : []) append().write(each)
    },
  }
}
