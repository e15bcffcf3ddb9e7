/** The parts of a valibot schema that tell where objects belong; its generic type leaves them out. */
export interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, Shape>> | undefined
  readonly wrapped?: Shape | undefined
  /** Of lists: what each item is. */
  readonly item?: Shape | undefined
  /** Of unions and variants: shapes. */
  readonly options?: unknown
}

export function isObject({ entries, wrapped }: Shape): boolean {
  return wrapped ? isObject(wrapped) : entries !== undefined
}

export function fieldOf({ type, entries, wrapped, options }: Shape, name: string): Shape | undefined {
  if (wrapped) return fieldOf(wrapped, name)
  if (entries) return Object.hasOwn(entries, name) ? entries[name] : undefined
  if (type !== 'union' && type !== 'variant') return undefined
  return (options as Shape[]).map((option) => fieldOf(option, name)).find((field) => field !== undefined)
}
