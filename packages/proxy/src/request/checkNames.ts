import { Refusal } from '../Refusal.ts'
import { isSecretName } from '../secretNames.ts'

// In characters. The longest documented name has 33. The limit keeps long names out of responses and logs.
const maxLength = 64
// These names could change the prototype of an object.
const prototypeNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

export function checkNames(value: unknown): void {
  // Parsed from 1e999. It would be sent as null.
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
