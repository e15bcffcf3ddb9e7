import type { CatalogueField } from '@wecom-tools/catalogue'
import { type Bounds, readLimits } from './readLimits.ts'
import type { ShapeValue, Side } from './Shape.ts'

/** One of some values. In a result they stay open, because WeCom adds to them. */
export function oneOf(values: readonly (string | number)[], side: Side): ShapeValue {
  const literals = values.map((value) => JSON.stringify(value))
  const [sample] = values
  const type = typeof sample
  return side === 'params'
    ? { type: literals.join(' | '), schema: `v.picklist([${literals.join(', ')}])`, sample }
    : { type: [...literals, `(${type} & {})`].join(' | '), schema: `v.${type}()`, sample }
}

/** Text; where it is required, or an item of a list, it must not be empty. */
export function textValue(field: CatalogueField, side: Side): ShapeValue {
  const { min = 0, max } = readLimits(field).characters ?? {}
  const isRequired = field.required || field.type.endsWith('[]')
  const rules = [
    ...atLeast(isRequired ? Math.max(1, min) : min),
    ...(max === undefined ? [] : [`maxCharacters(${max})`]),
  ]
  return {
    type: 'string',
    schema: side === 'params' ? piped('v.string()', rules) : 'v.string()',
    sample: `a-${field.name}`.slice(0, max).padEnd(min, '-'),
  }
}

export function numberValue({ type }: CatalogueField, side: Side): ShapeValue {
  const rules = side === 'params' && type.startsWith('integer') ? ['v.integer()'] : []
  return { type: 'number', schema: piped('v.number()', rules), sample: 1 }
}

export function listOf(item: ShapeValue, side: Side, field: CatalogueField): ShapeValue {
  const { items } = readLimits(field)
  return {
    type: item.type.includes(' | ') ? `(${item.type})[]` : `${item.type}[]`,
    schema: piped(`v.array(${item.schema})`, side === 'params' && items ? lengthRules(items) : []),
    sample: Array.from({ length: Math.max(1, items?.min ?? 1) }, () => item.sample),
    shape: item.shape,
  }
}

function lengthRules({ min, max }: Bounds): string[] {
  return [...atLeast(min), `v.maxLength(${max})`]
}

function atLeast(min: number): string[] {
  if (min === 0) return []
  return [min === 1 ? 'v.nonEmpty()' : `v.minLength(${min})`]
}

function piped(schema: string, rules: readonly string[]): string {
  return rules.length > 0 ? `v.pipe(${[schema, ...rules].join(', ')})` : schema
}
