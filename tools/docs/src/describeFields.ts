/**
 * The parts of a valibot schema that a table shows. Valibot documents them; its generic type, which the schemas of the
 * fake corp have, leaves them out.
 */
export interface Schema {
  readonly type: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly item?: Schema
  readonly wrapped?: Schema
  /** Schemas of a union or variant; values of a picklist. */
  readonly options?: readonly unknown[]
  readonly literal?: unknown
}

/** The fields of an object, each with its type where that is not text: `userid`, `add_way?: number`. */
export function describeFields(schema: Schema): string {
  return fieldsOf(schema)
    .map((field) => `\`${field}\``)
    .join(', ')
}

/** The fields of a section of a state; its type, if that has none. */
export function describeSection(state: Schema, section: string): string {
  const { [section]: schema = state } = state.entries ?? {}
  const row = rowOf(schema)
  return row.entries ? describeFields(row) : describeType(row)
}

/** The schema inside a list or an optional. */
function rowOf(schema: Schema): Schema {
  const inner = schema.wrapped ?? schema.item
  return inner ? rowOf(inner) : schema
}

function fieldsOf({ entries = {} }: Schema): string[] {
  return Object.entries(entries).map(([name, schema]) => {
    const type = describeType(schema)
    const key = schema.type === 'optional' ? `${name}?` : name
    return type === 'text' ? key : `${key}: ${type}`
  })
}

function describeItem(item: Schema): string {
  return item.options ? `(${describeType(item)})` : describeType(item)
}

function describeType(schema: Schema): string {
  const { type, item, wrapped, options = [], literal } = schema
  if (wrapped) return describeType(wrapped)
  if (item) return `${describeItem(item)}[]`
  if (schema.entries) return `{ ${fieldsOf(schema).join(', ')} }`
  switch (type) {
    case 'string':
      return 'text'
    case 'picklist':
      return options.map((option) => JSON.stringify(option)).join(' or ')
    case 'literal':
      return JSON.stringify(literal)
    case 'union':
    case 'variant':
      return options.map((option) => describeType(option as Schema)).join(' or ')
    default:
      return type
  }
}
