import type { JournalEntry } from '../base/journal.ts'
import { SentFile } from '../answers/serve.ts'
import type { Corp } from '../state/Corp.ts'
import { type Form, describeForm } from './form.ts'
import type { Reply, Said } from './reply.ts'
import { type IncomingCall, isForm, queryFields } from './request.ts'

/** A request with its reply, and what the journal (the list of requests that tests can read) stores about them. */
interface Handled {
  readonly call: IncomingCall
  /** Body of the request, after it was parsed. */
  readonly body: unknown
  /** Name of the endpoint that the request called. */
  readonly endpoint: string | undefined
  readonly said: Said | undefined
  readonly reply: Reply
  readonly fault: JournalEntry['fault']
}

/** Size of the largest body that the journal stores, in bytes. */
const maxNoted = 64 * 1024

/** Adds a request with its reply to the journal. */
export function record(corp: Corp, { call, body, endpoint, said, reply, fault }: Handled): void {
  corp.journal.add({
    at: corp.clock.now(),
    method: call.method,
    path: call.path,
    endpoint,
    query: queryFields(call.query, isNoSecret),
    body: noteBody(call, body),
    status: reply.kind === 'answer' ? reply.status : 0,
    // Answers with files, and those of the oldest calls, have no errcode on success.
    errcode: said && (said instanceof SentFile ? 0 : (said.errcode ?? 0)),
    fault,
  })
}

/**
 * Returns the body of a request in the form that the journal stores. The function removes the content of files, and the
 * secrets in calls for tokens. It replaces a large body by its size, because thousands of large bodies would fill the
 * memory.
 */
function noteBody({ body, contentType }: IncomingCall, sent: unknown): unknown {
  if (isForm(contentType)) return describeForm(sent as Form)
  if (body.length > maxNoted) return { bytes: body.length }
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent
  // Checks top-level fields only, because secrets occur nowhere else.
  return Object.fromEntries(Object.entries(sent).filter(([name]) => isNoSecret(name)))
}

function isNoSecret(name: string): boolean {
  return !/token|secret|suite_ticket|permanent_code/.test(name)
}
