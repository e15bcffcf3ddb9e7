import { element } from '../../dom/element.ts'
import type { GroupField } from '../Field.ts'
import type { Control, CreateControl, FormContext, Label } from './Control.ts'
import { describe, nameOf } from './labelled.ts'

/**
 * Creates the controls for the fields of an object. The controls of an optional object are collapsed. An empty optional
 * object is left out of the parameters.
 */
export function groupControl(
  field: GroupField,
  path: string,
  label: Label,
  context: FormContext,
  create: CreateControl,
): Control {
  const entries = entriesControl(field, path, context, create)
  const fieldset = element('fieldset', {}, element('legend', {}, ...nameOf(label, context.texts)))
  const hint = describe(fieldset, label)
  fieldset.append(...(hint ? [hint] : []), entries.element)
  const details = element('details', {}, element('summary', {}, ...nameOf(label, context.texts)), fieldset)
  return {
    element: label.required ? fieldset : details,
    read: () => {
      const value = entries.read() as object
      return label.required || Object.keys(value).length > 0 ? value : undefined
    },
    write: (value) => {
      entries.write(value)
      details.open = value !== undefined
    },
  }
}

/** Creates the controls for the fields of an object, without a frame around them. */
export function entriesControl(
  { entries }: GroupField,
  path: string,
  { meaningOf }: FormContext,
  create: CreateControl,
): Control {
  const controls = entries.map(({ name, required, field }) => {
    const place = path ? `${path}.${name}` : name
    return [name, create(field, place, { name, required, meaning: meaningOf(place) })] as const
  })
  return {
    element: element('div', { class: 'fields' }, ...controls.map(([, control]) => control.element)),
    read: () => {
      const values = controls.map(([name, control]) => [name, control.read()] as const)
      return Object.fromEntries(values.filter(([, value]) => value !== undefined))
    },
    write: (value) => {
      for (const [name, control] of controls) control.write((value as Record<string, unknown> | undefined)?.[name])
    },
  }
}
