import { element } from '../../dom/element.ts'
import type { Control, FormContext, Label } from './Control.ts'
import { labelled } from './labelled.ts'
import { toText } from './toText.ts'

/** Creates a control for a number. It does not check the range, because the client checks it. */
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
