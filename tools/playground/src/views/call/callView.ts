import type { AnyEndpoint } from '@wecom/core'
import { endpointFacts } from 'virtual:endpoint-facts'
import { suggestionsFor } from '../../corp/suggestions.ts'
import { breakable } from '../../dom/breakable.ts'
import { element } from '../../dom/element.ts'
import { readCorpFacts } from '../../examples/CorpFacts.ts'
import { exampleParams } from '../../examples/exampleParams.ts'
import type { Control } from '../../form/controls/Control.ts'
import { paramsForm } from '../../form/paramsForm.ts'
import type { CallRecord } from '../../call/CallRecord.ts'
import type { PageContext } from '../View.ts'
import { callHeading } from './callHeading.ts'
import { callResult } from './callResult.ts'
import { copyCode } from './copyCode.ts'

/** The view of one endpoint, with a form for its parameters and the result of the call. */
export interface CallView {
  readonly element: HTMLElement
  /** Returns the values of the form. Returns undefined if the user has entered JSON that is not valid. */
  readParams(): object | undefined
  readonly record: CallRecord | undefined
}

export interface CallViewOptions {
  readonly endpoint: AnyEndpoint
  /** Values that the form shows at first. Default: example parameters. */
  readonly params?: object | undefined
  /**
   * An earlier call of this endpoint, e.g. from before the user switched the language. The view shows the result of
   * this call until the user makes a new call. If omitted, the view shows no result at first.
   */
  readonly record?: CallRecord | undefined
}

export function callView(context: PageContext, { endpoint, params, record }: CallViewOptions): CallView {
  const { calls, history, corp, texts } = context
  const form = createForm(context, endpoint)
  const example = (): object => exampleParams(endpoint, readCorpFacts(corp))
  form.write(params ?? example())

  const status = element('p', { class: 'status', role: 'status' })
  const answerHeading = element('h3', { tabindex: -1 }, texts.answer)
  const details = element('div', { class: 'result' })
  const submit = element('button', { type: 'submit', class: 'primary' }, texts.send)
  let last = record

  async function send(): Promise<void> {
    const wanted = readOrUndefined(form)
    if (wanted === undefined || submit.getAttribute('aria-disabled') === 'true') return
    // Not `disabled`, which would remove the focus.
    submit.setAttribute('aria-disabled', 'true')
    status.textContent = texts.sending
    last = await calls.make(endpoint, wanted)
    history.addCall(last)
    submit.removeAttribute('aria-disabled')
    show(last)
    context.changed()
  }

  function show(call: CallRecord): void {
    const hasFailed = call.outcome.kind === 'error'
    const duration = texts.milliseconds(call.duration)
    status.replaceChildren(...breakable((hasFailed ? texts.failed : texts.succeeded)(endpoint.name, duration)))
    status.dataset['state'] = hasFailed ? 'failed' : 'succeeded'
    details.replaceChildren(
      ...callResult(call, context, (cursor) => {
        form.write({ ...(form.read() as object), ...cursor })
        // The button that was pressed is gone by then.
        void send().then(() => answerHeading.focus())
      }),
    )
  }

  const code = copyCode(context, endpoint, () => readOrUndefined(form))
  const formElement = element(
    'form',
    { novalidate: true, 'aria-label': texts.params },
    form.element,
    element(
      'div',
      { class: 'buttons' },
      submit,
      element('button', { type: 'button', onclick: () => form.write(example()) }, texts.resetForm),
      ...code.buttons,
    ),
    code.place,
  )
  formElement.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  if (record) show(record)
  else details.append(element('p', { class: 'hint' }, texts.noAnswerYet))

  return {
    element: element('div', {}, ...callHeading(endpoint, context), formElement, answerHeading, status, details),
    readParams: () => readOrUndefined(form),
    get record() {
      return last
    },
  }
}

function createForm({ corp, texts }: PageContext, endpoint: AnyEndpoint): Control {
  return paramsForm(endpoint, {
    texts,
    meaningOf: (path) => endpointFacts[endpoint.name]?.meanings[path],
    choiceMeaningOf: (path, value) => endpointFacts[endpoint.name]?.choices[path]?.[value],
    suggestionsFor: (name) => suggestionsFor(corp, name),
  })
}

/**
 * Returns the values of a form, or undefined if the user has entered JSON that is not valid. The form itself then shows
 * an error.
 */
function readOrUndefined(form: Control): object | undefined {
  try {
    return form.read() as object
  } catch {
    return undefined
  }
}
