import { element } from '../../dom/element.ts'
import type { Control, FormContext, Label } from './Control.ts'
import { labelled } from './labelled.ts'

export interface LabelledChoice {
  readonly value: unknown
  readonly label: string
  /** Language of the label. Absent if it is the language of the playground page. */
  readonly lang?: string | undefined
}

/** Creates a control with which the user selects one of several values, or no value. */
export function choiceControl(
  choices: readonly LabelledChoice[],
  label: Label,
  { texts }: Pick<FormContext, 'texts'>,
): Control {
  const select = element(
    'select',
    {},
    element('option', { value: '' }, texts.notSent),
    ...choices.map(({ label: text, lang }, index) => element('option', { value: index, lang }, text)),
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
