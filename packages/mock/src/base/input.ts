import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * Error for a value that is not allowed, although its type is right, e.g. an unknown id or a time in the past. `path`
 * is the name of the field with the value. It is empty if the error concerns the whole input.
 */
export class InputError extends RangeError {
  override readonly name = 'InputError'
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

export function issuePath(issue: v.BaseIssue<unknown>): string {
  return (v.getDotPath(issue) ?? '').replace(/\.(\d+)/g, '[$1]')
}

export function issueText({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type === 'strict_object' && expected === 'never') return 'is not a known field; remove it, or correct its name'
  return received === 'undefined' ? 'is required' : message
}

export const isoTime: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.isoTimestamp(),
  // valibot's `isoTimestamp` accepts 31 February, and `Date` reads it as 3 March.
  v.check(isInCalendar, 'this day does not exist'),
)

function isInCalendar(text: string): boolean {
  const date = new Date(text.slice(0, 10))
  // Accepts texts that are not dates here, because `isoTimestamp` refuses them.
  return Number.isNaN(date.getTime()) || date.getUTCDate() === Number(text.slice(8, 10))
}

export function nearest(word: string, words: readonly string[]): string[] {
  return words
    .map((other) => ({ other, changes: changesBetween(word.toLowerCase(), other.toLowerCase()) }))
    .toSorted((one, other) => one.changes - other.changes)
    .slice(0, 3)
    .map(({ other }) => other)
}

function changesBetween(from: string, to: string): number {
  // The algorithm of Levenshtein.
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [line, letter] of from.split('').entries()) {
    const next = [line + 1]
    for (const [index, target] of to.split('').entries()) {
      const replaced = (row[index] ?? 0) + (letter === target ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

export function rowSchema<T extends object>(entries: Entries<T>): v.GenericSchema<T> {
  // Refuses unknown fields, because they are probably misspelt.
  return v.strictObject(entries as v.ObjectEntries) as unknown as v.GenericSchema<T>
}

export const id: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty())
export const newUserid: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.regex(/^[\w.@-]{1,64}$/, 'a userid is 1 to 64 letters, digits, - _ . or @'),
)
// Unix time.
export const seconds: v.GenericSchema<number> = v.pipe(v.number(), v.integer(), v.minValue(0))

export function upToFive(keys: readonly (string | number)[]): string {
  if (keys.length === 0) return 'none'
  const shown = keys.slice(0, 5).join(', ')
  return `${shown}${keys.length > 5 ? ` and ${keys.length - 5} more` : ''}`
}
