import type { CallRecord } from '../../call/CallRecord.ts'
import { findErrcodes } from '../../call/findErrcodes.ts'
import { type Child, element } from '../../dom/element.ts'
import { jsonBlock } from '../codeBlock.ts'
import type { PageContext } from '../View.ts'
import { errcodeView } from './errcodeView.ts'
import { errorView } from './errorView.ts'
import { eventLog } from './eventLog.ts'
import { requestView } from './requestView.ts'

/**
 * Creates the view of a call's result.
 *
 * @param onNextPage - called when the user requests the next page of results. The argument is the parameter of that
 *   page, e.g. `{ cursor: '…' }`.
 */
export function callResult(
  call: CallRecord,
  context: PageContext,
  onNextPage: (cursor: Readonly<Record<string, unknown>>) => void,
): HTMLElement[] {
  return [...outcome(call, context, onNextPage), ...requestView(call, context), ...eventLog(call, context)].filter(
    (child) => child instanceof HTMLElement,
  )
}

function outcome(
  { endpoint, outcome: ended }: CallRecord,
  context: PageContext,
  onNextPage: (cursor: Readonly<Record<string, unknown>>) => void,
): Child[] {
  const { texts } = context
  switch (ended.kind) {
    case 'error':
      return errorView(ended.error, context)
    case 'file':
      return [element('p', {}, texts.file(ended.type, ended.bytes))]
    case 'result': {
      const next = nextPage(endpoint.pagination, ended.result)
      return [
        jsonBlock(texts.answer, ended.result),
        next && element('button', { type: 'button', onclick: () => onNextPage(next) }, texts.nextPage),
        ...findErrcodes(ended.result).map((errcode) => errcodeView(errcode, context)),
      ]
    }
  }
}

/** Returns the parameter that requests the next page, e.g. `{ cursor: '…' }`. Returns undefined on the last page. */
function nextPage(
  pagination: CallRecord['endpoint']['pagination'],
  result: object,
): Readonly<Record<string, unknown>> | undefined {
  if (pagination?.style !== 'cursor') return undefined
  const cursor = (result as Record<string, unknown>)[pagination.out]
  return cursor ? { [pagination.in]: cursor } : undefined
}
