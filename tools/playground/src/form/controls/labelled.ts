import { breakable } from '../../dom/breakable.ts'
import { element } from '../../dom/element.ts'
import { uniqueId } from '../../dom/uniqueId.ts'
import type { Texts } from '../../i18n/Texts.ts'
import type { Label } from './Control.ts'

export function labelled(
  input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  label: Label,
  texts: Texts,
  ...beside: readonly HTMLElement[]
): HTMLElement {
  input.id = uniqueId('input')
  if (label.required) input.setAttribute('aria-required', 'true')
  return element(
    'div',
    { class: 'field' },
    element('label', { for: input.id }, ...nameOf(label, texts)),
    input,
    ...beside,
    describe(input, label),
  )
}

/**
 * Returns the content of a label: the name or title of the field, and a note that the field is required or optional. A
 * required field with a title has no note.
 */
export function nameOf({ name, title, required }: Label, texts: Texts): (HTMLElement | string)[] {
  const note = element('span', { class: 'note' }, required ? texts.required : texts.optional)
  if (title !== undefined) return required ? [title] : [title, ' ', note]
  return [element('code', {}, ...breakable(name)), ' ', note]
}

/** Creates the explanation of a control, and connects it to the control for screen readers. */
export function describe(described: HTMLElement, { meaning }: Label): HTMLElement | undefined {
  if (meaning === undefined) return undefined
  const hint = element('p', { class: 'hint', id: uniqueId('hint'), lang: 'en' }, meaning)
  described.setAttribute('aria-describedby', hint.id)
  return hint
}
