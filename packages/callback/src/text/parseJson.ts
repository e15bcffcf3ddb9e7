import { parseJson as parseWeComJson } from '@wecom/core'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { type Fields, isFields } from './Fields.ts'

/** A text, which is skipped, or a number. */
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g
const longInteger = /^-?\d{16,}$/

/** Integers of 16 digits and more become texts: as numbers they would lose digits. */
export function parseJson(text: string): Fields {
  // First of all: where quotes are not closed, the pattern would begin again at each of them.
  read(text)
  const value = read(text.replaceAll(textOrNumber, (token) => (longInteger.test(token) ? `"${token}"` : token)))
  if (!isFields(value)) throw new WeComCallbackError('json')
  return value
}

function read(text: string): unknown {
  try {
    return parseWeComJson(text)
  } catch {
    // The platform's error repeats the text.
    throw new WeComCallbackError('json')
  }
}
