import { element } from '../../dom/element.ts'
import type { Control, FormContext, Label } from './Control.ts'
import { labelled } from './labelled.ts'

/** Creates a control for a file. Until the user selects a file, `read` returns the example file that `write` set. */
export function fileControl(label: Label, { texts }: FormContext): Control {
  let prepared: File | undefined
  const input = element('input', { type: 'file' })
  const note = element('p', { class: 'hint' })
  return {
    element: labelled(input, label, texts, note),
    read: () => input.files?.[0] ?? prepared,
    write: (value) => {
      prepared = value instanceof File ? value : undefined
      note.textContent = prepared ? texts.preparedFile(prepared.name) : ''
    },
  }
}
