import { element } from '../../dom/element.ts'
import type { Control, FormContext, Label } from './Control.ts'
import { labelled } from './labelled.ts'

/** Any value, as JSON text. An empty text is left out. */
export function jsonControl(label: Label, { texts }: FormContext, rows = 3): Control {
  const area = element('textarea', {
    rows,
    spellcheck: 'false',
    class: 'code',
    oninput: () => area.setCustomValidity(''),
  })
  return {
    element: labelled(area, label, texts),
    read: () => {
      if (area.value.trim() === '') return undefined
      try {
        return JSON.parse(area.value) as unknown
      } catch (error) {
        area.setCustomValidity(texts.noJson)
        area.reportValidity()
        throw error
      }
    },
    write: (value) => {
      area.value = value === undefined ? '' : JSON.stringify(value, null, 2)
    },
  }
}
