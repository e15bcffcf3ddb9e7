import { element } from '../../dom/element.ts'
import type { Control, FormContext, Label } from './Control.ts'
import { labelled } from './labelled.ts'

export interface JsonControl extends Control {
  /** Shows a problem with the text. The problem disappears when the user changes the text. */
  complain(problem: string): void
}

/**
 * Creates a control for a value of any type, which the user enters as JSON. If the text is empty, the parameter is left
 * out.
 */
export function jsonControl(label: Label, { texts }: FormContext, rows = 3): JsonControl {
  const problem = element('p', { class: 'problem', role: 'alert' })
  const area = element('textarea', { rows, spellcheck: 'false', class: 'code', oninput: () => complain('') })
  function complain(text: string): void {
    problem.textContent = text
    area.setAttribute('aria-invalid', String(text !== ''))
    if (text !== '') area.focus()
  }
  return {
    element: labelled(area, label, texts, problem),
    complain,
    read: () => {
      if (area.value.trim() === '') return undefined
      try {
        return JSON.parse(area.value) as unknown
      } catch (error) {
        complain(texts.noJson)
        throw error
      }
    },
    write: (value) => {
      complain('')
      area.value = value === undefined ? '' : JSON.stringify(value, null, 2)
    },
  }
}
