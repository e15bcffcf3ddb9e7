import { Refusal } from '../Refusal.ts'
import { isSecretName } from '../secretNames.ts'

/** Deeper than any documented parameter by far. */
const maxDepth = 32
/** The longest documented name has 33 characters. What is longer would only fill answers and logs. */
const maxLength = 64
/** Names with which values reach the prototypes of objects, in code that merges them without care. */
const prototypeNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Looks at every name in a value, however deep.
 *
 * @throws {Refusal} a name is a credential's, or one that no field has; or the value is too deep, or holds a
 *   number that JSON cannot carry on.
 */
export function checkNames(value: unknown, depth = 0): void {
  if (depth > maxDepth) throw new Refusal('field_name')
  // Parsed from 1e999, it would be sent on as null.
  if (value === Infinity || value === -Infinity) {
    throw new Refusal('bad_params', { issue: { path: '', message: 'a number is too large' } })
  }
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  for (const [name, each] of Object.entries(value)) {
    if (!isList && isSecretName(name)) throw new Refusal('credential')
    if (prototypeNames.includes(name) || name.length > maxLength) throw new Refusal('field_name')
    checkNames(each, depth + 1)
  }
}
