import { element } from '../../dom/element.ts'
import { uniqueId } from '../../dom/uniqueId.ts'
import type { Control, FormContext, Label } from './Control.ts'
import { labelled } from './labelled.ts'
import { toText } from './toText.ts'

/**
 * Creates a control for one line of text, with suggested values from the fake corp. If the user enters no text, the
 * call does not contain the parameter.
 */
export function textControl(label: Label, { texts, suggestionsFor }: FormContext): Control {
  const list = element('datalist', { id: uniqueId('list') })
  const suggest = (): void => {
    const suggestions = suggestionsFor(label.name)
    list.replaceChildren(...suggestions.map((one) => element('option', { value: one.value }, one.label)))
  }
  const input = element('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    list: list.id,
    onfocus: suggest,
  })
  return {
    element: labelled(input, label, texts, list),
    read: () => input.value || undefined,
    write: (value) => {
      input.value = toText(value)
    },
  }
}
