import { type IncomingCall, isForm } from './IncomingCall.ts'
import { type Form, describeForm } from './parseForm.ts'
import { isNoSecret } from './secretFields.ts'

/** Bytes. */
const maxNoted = 64 * 1024

/**
 * What the journal notes of a body: of files not their content, of a call for tokens not its secrets. A large one is
 * only measured: thousands of them would fill the memory.
 */
export function noteBody({ body, contentType }: IncomingCall, sent: unknown): unknown {
  if (isForm(contentType)) return describeForm(sent as Form)
  if (body.length > maxNoted) return { bytes: body.length }
  return withoutSecretFields(sent)
}

/** The body of a call for tokens has its secrets in the first row of fields. */
function withoutSecretFields(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => isNoSecret(name)))
}
