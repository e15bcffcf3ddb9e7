import type { JournalEntry } from '../base/journal.ts'
import { SentFile } from '../answers/serve.ts'
import type { Corp } from '../state/Corp.ts'
import { type Form, describeForm } from './form.ts'
import type { AnswerContent, Reply } from './reply.ts'
import { type IncomingCall, isForm, queryFields } from './request.ts'

interface Handled {
  readonly call: IncomingCall
  readonly body: unknown
  readonly endpoint: string | undefined
  readonly content: AnswerContent | undefined
  readonly reply: Reply
  readonly fault: JournalEntry['fault']
}

// In bytes. Thousands of larger bodies would fill the memory.
const maxNoted = 64 * 1024

export function record(corp: Corp, { call, body, endpoint, content, reply, fault }: Handled): void {
  corp.journal.add({
    at: corp.clock.now(),
    method: call.method,
    path: call.path,
    endpoint,
    query: queryFields(call.query, isNoSecret),
    body: noteBody(call, body),
    status: reply.kind === 'answer' ? reply.status : 0,
    // Answers with files, and those of the oldest calls, have no errcode on success.
    errcode: content && (content instanceof SentFile ? 0 : (content.errcode ?? 0)),
    fault,
  })
}

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
