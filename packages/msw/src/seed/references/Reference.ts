import type { TenantState } from '../SeedFile.ts'

/** A key at some place of a seed, and the section that it belongs to. */
export interface Reference {
  /** E.g. `follows[3].userid`. */
  readonly path: string
  readonly key: string | number
  readonly section:
    | Exclude<
        keyof TenantState,
        | 'corp_id'
        | 'time'
        | 'random'
        | 'provider'
        | 'mass_message_limit'
        | 'transfers'
        | 'partings'
        | 'temp_chats'
        | 'acquisition_clicks'
        | 'acquisition_customers'
        | 'acquisition_quota'
        | 'uploaded_pictures'
        | 'ended_follows'
        | 'direct_messages'
        | 'group_messages'
      >
    | 'secrets'
    | 'provider.suites'
    | 'tags'
}

/** The rows of a list, each with its place. */
export function rows<Row>(path: string, list: readonly Row[]): [string, Row][] {
  return list.map((row, index) => [`${path}[${index}]`, row])
}

/** Keys that all belong to one section. */
export function all(path: string, keys: readonly (string | number)[], section: Reference['section']): Reference[] {
  return rows(path, keys).map(([place, key]) => ({ path: place, key, section }))
}
