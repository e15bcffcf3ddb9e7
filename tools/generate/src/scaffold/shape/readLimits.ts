import type { CatalogueField } from '@wecom-tools/catalogue'

/** Bounds of a length or a number; without `min` where only the upper one is given. */
export interface Bounds {
  readonly min?: number | undefined
  readonly max: number
}

/** The limits that a pattern can read from a constraint. */
export interface Limits {
  readonly characters?: Bounds | undefined
  readonly bytes?: Bounds | undefined
  readonly items?: Bounds | undefined
  /** Bounds of a number. */
  readonly value?: Bounds | undefined
  readonly values?: readonly string[] | undefined
  /** All else, for a person to turn into rules. */
  readonly prose: readonly string[]
}

const bounds = /^(?:(?:<=|max) |(\d+)\.\.)(\d+)(?: (?:UTF-8 )?(characters|bytes|items))?$/
const alternatives = /^\w+(?: \| \w+)+$|^\d+(?: or \d+)+$/
const single = /^(\d+) only$/
/** Constraints without a limit: defaults, and enumerations, which are read elsewhere. */
const noLimit = /^default\b|^see enums\b/

/**
 * Reads `<= 20 characters`, `64..512 bytes`, `1..9 items`, `1..100`, `max 100`, `image | video` and `1 only` where they
 * stand alone, or between commas and semicolons.
 */
export function readLimits({ constraints = '' }: Pick<CatalogueField, 'constraints'>): Limits {
  if (/^\w+$/.test(constraints)) return { values: [constraints], prose: [] }
  const read = constraints
    .split(/[,;] /)
    .filter((part) => part !== '' && !noLimit.test(part))
    .map(readPart)
  return Object.assign({}, ...read, { prose: read.flatMap(({ prose }) => prose) }) as Limits
}

function readPart(part: string): Limits {
  if (alternatives.test(part)) return { values: part.split(/ \| | or /), prose: [] }
  const [, only] = single.exec(part) ?? []
  if (only !== undefined) return { values: [only], prose: [] }
  const [, min, max, unit = 'value'] = bounds.exec(part) ?? []
  if (max === undefined) return { prose: [part] }
  return { [unit]: { min: min === undefined ? undefined : Number(min), max: Number(max) }, prose: [] }
}
