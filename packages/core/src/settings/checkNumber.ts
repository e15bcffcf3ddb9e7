/**
 * Allowed values of a numeric setting. `Infinity` counts as a positive number and means "no limit". `Infinity` does not
 * count as a positive integer.
 */
export type NumberRule = 'a positive number' | 'a positive integer' | 'a non-negative integer'

/**
 * Checks a numeric setting against a rule. `NaN` breaks every rule. `undefined` is allowed, because it stands for the
 * default.
 *
 * @param name - name of the function and of the setting for the error message, e.g. `createClient: retry.limit`.
 * @throws {RangeError} the setting breaks the rule.
 *
 * @example
 * checkNumber('createClient: retry.limit', NaN, 'a non-negative integer')
 * // RangeError: createClient: retry.limit must be a non-negative integer, got NaN
 */
export function checkNumber(name: string, value: number | undefined, rule: NumberRule): void {
  if (value !== undefined && !holds(value, rule)) throw new RangeError(`${name} must be ${rule}, got ${value}`)
}

function holds(value: number, rule: NumberRule): boolean {
  // JavaScript callers may pass a text, which `>` would read as a number.
  if (rule === 'a positive number') return typeof value === 'number' && value > 0
  return Number.isInteger(value) && value >= (rule === 'a positive integer' ? 1 : 0)
}
