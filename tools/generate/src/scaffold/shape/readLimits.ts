import type { CatalogueField } from '@wecom-tools/catalogue'

/** Bounds of a length or of a number. `min` is absent if the catalogue has only an upper bound. */
export interface Bounds {
  readonly min?: number | undefined
  readonly max: number
}

/** The limits of a field. `readLimits` reads them from the text `constraints` in the catalogue. */
export interface Limits {
  readonly characters?: Bounds | undefined
  readonly bytes?: Bounds | undefined
  readonly items?: Bounds | undefined
  /** Bounds of the field's value, if it is a number. */
  readonly value?: Bounds | undefined
  readonly values?: readonly string[] | undefined
  /** The parts of the text that `readLimits` does not understand. A person must convert them to rules. */
  readonly unchecked: readonly string[]
}

const bounds = /^(?:(?:<=|max) |(\d+)\.\.)(\d+)(?: (?:UTF-8 )?(characters|bytes|items))?$/
const alternatives = /^\w+(?: \| \w+)+$|^\d+(?: or \d+)+$/
const single = /^(\d+) only$/
/** Matches constraints that are not limits: defaults, and references to enumerations. */
const noLimit = /^default\b|^see enums\b/

/**
 * Reads the limits of a field from the text of its constraints, such as `<= 20 characters`, `64..512 bytes`, `1..9
 * items`, `1..100`, `max 100`, `image | video` and `1 only`. Several limits are separated by commas or semicolons.
 */
export function readLimits({ constraints = '' }: Pick<CatalogueField, 'constraints'>): Limits {
  if (/^\w+$/.test(constraints)) return { values: [constraints], unchecked: [] }
  const read = constraints
    .split(/[,;] /)
    .filter((part) => part !== '' && !noLimit.test(part))
    .map(readPart)
  return Object.assign({}, ...read, { unchecked: read.flatMap(({ unchecked }) => unchecked) }) as Limits
}

function readPart(part: string): Limits {
  if (alternatives.test(part)) return { values: part.split(/ \| | or /), unchecked: [] }
  const [, only] = single.exec(part) ?? []
  if (only !== undefined) return { values: [only], unchecked: [] }
  const [, min, max, unit = 'value'] = bounds.exec(part) ?? []
  if (max === undefined) return { unchecked: [part] }
  return { [unit]: { min: min === undefined ? undefined : Number(min), max: Number(max) }, unchecked: [] }
}
