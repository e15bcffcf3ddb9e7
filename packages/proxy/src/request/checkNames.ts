import { Refusal } from '../Refusal.ts'
import { isSecretName } from '../secretNames.ts'

/** The longest documented name has 33 characters. What is longer would only fill answers and logs. */
const maxLength = 64
/** Names with which values reach the prototypes of objects, in code that merges them without care. */
const prototypeNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Looks at every name in a value, however deep.
 *
 * @throws {Refusal} a name is a credential's, or one that no field has; or there is a number that JSON cannot carry on.
 */
export function checkNames(value: unknown): void {
  // Parsed from 1e999, it would be sent on as null.
  if (value === Infinity || value === -Infinity) {
    throw new Refusal('bad_params', { issue: { path: '', message: 'a number is too large' } })
  }
  if (Array.isArray(value)) value.forEach(checkNames)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      checkName(name)
      checkNames(each)
    }
  }
}

function checkName(name: string): void {
  if (name.length > maxLength || prototypeNames.includes(name)) throw new Refusal('field_name')
  if (isSecretName(name)) throw new Refusal('credential')
}
