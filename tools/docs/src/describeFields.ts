/**
 * The parts of a valibot schema that the generated tables show. Valibot documents these parts, but `v.GenericSchema`,
 * which is the type of the fake corp's schemas, does not declare them.
 */
export interface Schema {
  readonly type: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly item?: Schema
  readonly wrapped?: Schema
  /** The schemas of a union or variant, or the values of a picklist. */
  readonly options?: readonly unknown[]
  readonly literal?: unknown
}

/**
 * Returns a text with the fields of an object schema, such as `userid`, `add_way?: number`. The type of a text field is
 * left out.
 */
export function describeFields(schema: Schema): string {
  return fieldsOf(schema)
    .map((field) => `\`${field}\``)
    .join(', ')
}

/**
 * Returns a text with the fields of one section of the fake corp's state, e.g. `members`. If the section has no fields,
 * returns the type of the section.
 */
export function describeSection(state: Schema, section: string): string {
  const { [section]: schema = state } = state.entries ?? {}
  const row = rowOf(schema)
  return row.entries ? describeFields(row) : describeType(row)
}

/**
 * Returns the schema of one item if `schema` describes a list, or the schema of the value if `schema` is optional. Also
 * works for an optional list and for a list of lists. Returns any other schema unchanged.
 */
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
