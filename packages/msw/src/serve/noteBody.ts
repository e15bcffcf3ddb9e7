import { type IncomingCall, isForm } from './IncomingCall.ts'
import { type Form, describeForm } from './parseForm.ts'
import { isSecret } from './secretFields.ts'

/** Bytes. */
const maxNoted = 64 * 1024
/** Objects and lists inside each other. */
const maxDepth = 64

/**
 * What the journal notes of a body: of files not their content, of a call for tokens not its secrets. A large or deep one
 * is only measured: thousands of large ones would fill the memory, and a deep one cannot be written as JSON again.
 */
export function noteBody({ body, contentType }: IncomingCall, sent: unknown): unknown {
  if (isForm(contentType)) return describeForm(sent as Form)
  if (body.length > maxNoted || isDeeper(sent, maxDepth)) return { bytes: body.length }
  return withoutSecretFields(sent)
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1))
}

/** The body of a call for tokens has its secrets in the first row of fields. */
function withoutSecretFields(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => !isSecret(name)))
}
