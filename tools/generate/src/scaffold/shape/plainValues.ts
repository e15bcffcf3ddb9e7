import type { CatalogueField } from '@wecom-tools/catalogue'
import { type Bounds, readLimits } from './readLimits.ts'
import type { ShapeValue, Side } from './Shape.ts'

/**
 * Returns the type, the schema and a sample of a field that has a list of allowed values. In a result, the type also
 * accepts other values, because WeCom adds new ones.
 */
export function oneOf(values: readonly (string | number)[], side: Side): ShapeValue {
  const literals = values.map((value) => JSON.stringify(value))
  const [sample] = values
  const type = typeof sample
  return side === 'params'
    ? { type: literals.join(' | '), schema: `v.picklist([${literals.join(', ')}])`, sample }
    : { type: [...literals, `(${type} & {})`].join(' | '), schema: `v.${type}()`, sample }
}

/**
 * Returns the type, the schema and a sample of a text field. In parameters, the schema refuses an empty text if the
 * text is required or is an item of a list.
 */
export function textValue(field: CatalogueField, side: Side): ShapeValue {
  const { characters, bytes } = readLimits(field)
  const isRequired = field.required || field.type.endsWith('[]')
  const min = Math.max(characters?.min ?? 0, isRequired ? 1 : 0)
  const rules = [
    ...atLeast(min),
    ...(characters ? [`maxCharacters(${characters.max})`] : []),
    ...(bytes?.min === undefined ? [] : [`v.minBytes(${bytes.min})`]),
    ...(bytes ? [`v.maxBytes(${bytes.max})`] : []),
  ]
  return {
    type: 'string',
    schema: side === 'params' ? piped('v.string()', rules) : 'v.string()',
    sample: `a-${field.name}`.slice(0, (characters ?? bytes)?.max).padEnd(bytes?.min ?? min, '-'),
  }
}

export function numberValue(field: CatalogueField, side: Side): ShapeValue {
  const { value } = readLimits(field)
  const rules = [
    ...(field.type.startsWith('integer') ? ['v.integer()'] : []),
    ...(value?.min === undefined ? [] : [`v.minValue(${value.min})`]),
    ...(value ? [`v.maxValue(${value.max})`] : []),
  ]
  return {
    type: 'number',
    schema: piped('v.number()', side === 'params' ? rules : []),
    sample: Math.max(value?.min ?? 0, Math.min(value?.max ?? 1, 1)),
  }
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

function lengthRules({ min = 0, max }: Bounds): string[] {
  return [...atLeast(min), `v.maxLength(${max})`]
}

function atLeast(min: number): string[] {
  if (min === 0) return []
  return [min === 1 ? 'v.nonEmpty()' : `v.minLength(${min})`]
}

function piped(schema: string, rules: readonly string[]): string {
  return rules.length > 0 ? `v.pipe(${[schema, ...rules].join(', ')})` : schema
}
