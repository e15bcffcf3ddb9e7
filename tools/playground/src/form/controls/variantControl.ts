import { element } from '../../dom/element.ts'
import type { VariantField } from '../Field.ts'
import { choiceControl } from './choiceControl.ts'
import type { Control, CreateControl, FormContext, Label } from './Control.ts'
import { entriesControl } from './groupControl.ts'

/**
 * Creates a control for a `VariantField`. The user first selects the kind of the object, and then fills in the fields
 * of this kind. If the user selects no kind, the value is an empty object for a required field, and undefined for an
 * optional field.
 */
export function variantControl(
  { key, variants }: VariantField,
  path: string,
  label: Label,
  context: FormContext,
  create: CreateControl,
): Control {
  const choices = variants.map(({ value }) => ({ value, label: value }))
  const choice = choiceControl(choices, { ...label, name: key }, context)
  const place = element('div')
  let entries: Control | undefined

  function show(): void {
    const chosen = variants.find(({ value }) => value === choice.read())
    entries = chosen && entriesControl(chosen.group, path, context, create)
    place.replaceChildren(...(entries ? [entries.element] : []))
  }
  choice.element.addEventListener('change', show)

  return {
    element: element('div', { class: 'fields' }, choice.element, place),
    read: () => {
      if (entries) return { [key]: choice.read(), ...(entries.read() as object) }
      return label.required ? {} : undefined
    },
    write: (value) => {
      choice.write((value as Record<string, unknown> | undefined)?.[key])
      show()
      entries?.write(value)
    },
  }
}
