/** What a setting has to be. `Infinity` is a positive number, where it means no limit, and no integer. */
export type NumberRule = 'a positive number' | 'a positive integer' | 'a non-negative integer'

/**
 * Refuses a setting that breaks its rule; `NaN` breaks every rule. Undefined passes, since the default applies.
 *
 * @param name - the function and the setting, e.g. `createClient: retry.limit`.
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
  // Without types a text may come, which `>` would read as a number.
  if (rule === 'a positive number') return typeof value === 'number' && value > 0
  return Number.isInteger(value) && value >= (rule === 'a positive integer' ? 1 : 0)
}
