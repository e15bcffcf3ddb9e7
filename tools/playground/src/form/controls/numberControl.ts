import { element } from '../../dom/element.ts'
import type { Control, FormContext, Label } from './Control.ts'
import { labelled } from './labelled.ts'
import { toText } from './toText.ts'

/** Makes a control for a number. The client checks its range. */
export function numberControl(label: Label, { texts }: FormContext): Control {
  const input = element('input', { type: 'number', step: 'any', autocomplete: 'off' })
  return {
    element: labelled(input, label, texts),
    read: () => (input.value === '' ? undefined : Number(input.value)),
    write: (value) => {
      input.value = toText(value)
    },
  }
}
