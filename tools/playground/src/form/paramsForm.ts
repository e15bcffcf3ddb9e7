import type { AnyEndpoint } from '@wecom/core'
import { element } from '../dom/element.ts'
import { uniqueId } from '../dom/uniqueId.ts'
import type { Texts } from '../i18n/Texts.ts'
import type { Control, FormContext } from './controls/Control.ts'
import { createControls } from './controls/createControls.ts'
import { entriesControl } from './controls/groupControl.ts'
import { jsonControl } from './controls/jsonControl.ts'
import { describeSchema } from './describeSchema.ts'
import { findLost } from './findLost.ts'

/**
 * Creates the control for the parameters of an endpoint: a form. For values that the form cannot show, the user can
 * switch to a JSON text.
 */
export function paramsForm(endpoint: AnyEndpoint, context: FormContext): Control {
  const { texts } = context
  const form = fieldsOf(endpoint, context)
  // Files cannot be JSON.
  if (endpoint.encoding?.name === 'multipart') return form

  const json = jsonControl({ name: texts.params, required: false }, context, 12)
  let shown = form
  const place = element('div', {}, form.element)
  /**
   * Replaces the current control with `next`, if `next` can show all values of the current control. Otherwise the page
   * keeps the current control and shows the problem.
   *
   * @returns whether the current control was replaced.
   */
  const show = (next: Control): boolean => {
    const params = shown.read()
    next.write(params)
    const lost = findLost(params, next.read())
    if (lost !== undefined) {
      json.complain(texts.formCannotShow(lost || texts.params))
      return false
    }
    shown = next
    place.replaceChildren(next.element)
    return true
  }
  return {
    element: element(
      'div',
      {},
      modeSwitch(texts, (isJson) => show(isJson ? json : form)),
      place,
    ),
    read: () => shown.read() ?? {},
    write: (value) => shown.write(value),
  }
}

function fieldsOf({ params }: AnyEndpoint, context: FormContext): Control {
  const create = createControls(context)
  const field = describeSchema(params)
  if (field.kind === 'group' && field.entries.length > 0) return entriesControl(field, '', context, create)
  if (field.kind === 'group') return nothing(context)
  return create(field, '', { name: context.texts.params, required: true })
}

/** Creates the control of a call that has no parameters. */
function nothing({ texts }: FormContext): Control {
  return { element: element('p', { class: 'hint' }, texts.noParams), read: () => ({}), write: () => undefined }
}

/**
 * Returns the result of `work`, or false if `work` throws. `work` throws if the user entered a text that is not JSON.
 * The function does not report this error, because the control with the text shows it.
 */
function succeeds(work: () => boolean): boolean {
  try {
    return work()
  } catch {
    return false
  }
}

/**
 * Creates the buttons that switch between the form and JSON.
 *
 * @param onChange - called when the user selects the other mode. If it throws or returns false, the mode does not
 *   change.
 */
function modeSwitch({ asForm, asJson, editAs }: Texts, onChange: (isJson: boolean) => boolean): HTMLElement {
  const name = uniqueId('mode')
  const form = element('input', { type: 'radio', name, checked: true })
  const json = element('input', { type: 'radio', name })
  const change = (): void => {
    if (!succeeds(() => onChange(json.checked))) json.checked = true
  }
  form.addEventListener('change', change)
  json.addEventListener('change', change)
  return element(
    'fieldset',
    { class: 'switch' },
    element('legend', { class: 'visually-hidden' }, editAs),
    element('label', {}, form, ' ', asForm),
    element('label', {}, json, ' ', asJson),
  )
}
