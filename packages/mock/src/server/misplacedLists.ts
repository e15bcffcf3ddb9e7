/**
 * A valibot schema, with the fields that contain its inner schemas. valibot's type for any schema, `v.GenericSchema`,
 * does not declare these fields.
 */
interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, Shape>> | undefined
  readonly wrapped?: Shape | undefined
  readonly item?: Shape | undefined
  readonly options?: unknown
}

function isObject({ entries, wrapped }: Shape): boolean {
  return wrapped ? isObject(wrapped) : entries !== undefined
}

function fieldOf({ type, entries, wrapped, options }: Shape, name: string): Shape | undefined {
  if (wrapped) return fieldOf(wrapped, name)
  if (entries) return Object.hasOwn(entries, name) ? entries[name] : undefined
  if (type !== 'union' && type !== 'variant') return undefined
  return (options as Shape[]).map((option) => fieldOf(option, name)).find((field) => field !== undefined)
}

/**
 * Finds a list in a place where the schema requires an object, because valibot accepts a list as an object without
 * fields. Returns the path of the list, e.g. `range[0]`, or an empty path if the whole value is the list. Returns
 * undefined if there is no such list.
 */
export function findMisplacedList(shape: Shape, sent: unknown): string | undefined {
  return find(shape, sent)?.replace(/^\./, '')
}

function find(shape: Shape, sent: unknown): string | undefined {
  if (typeof sent !== 'object' || sent === null) return undefined
  if (shape.wrapped) return find(shape.wrapped, sent)
  if (Array.isArray(sent)) return isObject(shape) ? '' : findInItems(shape, sent)
  for (const [name, value] of Object.entries(sent)) {
    const field = fieldOf(shape, name)
    const inner = field && find(field, value)
    if (inner !== undefined) return `.${name}${inner}`
  }
  return undefined
}

function findInItems({ item: shape }: Shape, items: readonly unknown[]): string | undefined {
  if (!shape) return undefined
  for (const [index, item] of items.entries()) {
    const inner = find(shape, item)
    if (inner !== undefined) return `[${index}]${inner}`
  }
  return undefined
}
