import type { CatalogueField } from '@wecom-tools/catalogue'

/** Bounds of a length. */
export interface Bounds {
  readonly min: number
  readonly max: number
}

/** What can be read off a constraint without understanding it. */
export interface Limits {
  readonly characters?: Bounds | undefined
  readonly items?: Bounds | undefined
  readonly values?: readonly string[] | undefined
}

const length = /^(?:<= |(\d+)\.\.)(\d+) (?:UTF-8 )?(characters|items)$/
const alternatives = /^\w+(?: \| \w+)+$/

/**
 * Reads `<= 20 characters`, `1..9 items` and `image | video` where a constraint opens with it, up to the first comma or
 * semicolon. All else is prose, and for a person to turn into rules.
 */
export function readLimits({ constraints = '' }: Pick<CatalogueField, 'constraints'>): Limits {
  const [opening = ''] = constraints.split(/[,;]/)
  if (alternatives.test(opening)) return { values: opening.split(' | ') }
  const [, min = '0', max, unit] = length.exec(opening) ?? []
  return unit === undefined ? {} : { [unit]: { min: Number(min), max: Number(max) } }
}
