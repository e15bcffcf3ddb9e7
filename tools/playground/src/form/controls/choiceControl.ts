import { element } from '../../dom/element.ts'
import type { Control, FormContext, Label } from './Control.ts'
import { labelled } from './labelled.ts'

/** One of several values, or none. */
export function choiceControl(
  choices: readonly { readonly value: unknown; readonly label: string }[],
  label: Label,
  { texts }: Pick<FormContext, 'texts'>,
): Control {
  const select = element(
    'select',
    {},
    element('option', { value: '' }, texts.notSent),
    ...choices.map((choice, index) => element('option', { value: index }, choice.label)),
  )
  return {
    element: labelled(select, label, texts),
    read: () => (select.value === '' ? undefined : choices[Number(select.value)]?.value),
    write: (value) => {
      const index = choices.findIndex((choice) => choice.value === value)
      select.value = index === -1 ? '' : String(index)
    },
  }
}
