import type { JournalEntry } from '@wecom/mock'
import type { CallRecord, SentRequest } from '../../call/CallRecord.ts'
import { breakable } from '../../dom/breakable.ts'
import { type Child, element } from '../../dom/element.ts'
import { codeBlock } from '../codeBlock.ts'
import { table } from '../table.ts'
import type { PageContext } from '../View.ts'

/**
 * Creates the view of a call's HTTP requests: the request that the playground page sent to its proxy, and the requests
 * that arrived at the fake corp.
 */
export function requestView({ request, response, arrivals }: CallRecord, { texts }: PageContext): Child[] {
  const { columns } = texts
  if (!request) return [element('h3', {}, texts.request), element('p', {}, texts.requestNotSent)]
  return [
    element('h3', {}, texts.request),
    codeBlock(texts.request, inWords(request)),
    response && element('p', {}, texts.answeredWith(response.status)),
    element('h4', {}, texts.arrivedAtWecom),
    arrivals.length === 0
      ? element('p', { class: 'hint' }, texts.nothingArrived)
      : table(texts.arrivedAtWecom, [columns.call, columns.answer, columns.fault], arrivals.map(toRow)),
  ]
}

function inWords({ method, url, headers, body }: SentRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${url}`, ...lines, ...(body === undefined ? [] : ['', indent(body)])].join('\n')
}

/** Returns JSON text with indentation. Returns any other text unchanged. */
function indent(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

function toRow({ method, path, status, errcode, fault }: JournalEntry): Child[] {
  return [
    element('code', {}, ...breakable(`${method} ${path}`)),
    [`HTTP ${status || '–'}`, ...(errcode === undefined ? [] : [`errcode ${errcode}`])].join(', '),
    fault ?? '',
  ]
}
