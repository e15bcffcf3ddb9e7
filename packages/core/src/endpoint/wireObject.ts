import * as v from 'valibot'

/** For each field of `T` a schema of its type; optional fields take `v.optional(...)`. */
export type Entries<T> = {
  readonly [Key in keyof T]-?: {} extends Pick<T, Key>
    ? v.OptionalSchema<v.GenericSchema<Exclude<T[Key], undefined>>, undefined>
    : v.GenericSchema<T[Key]>
}

/**
 * A schema for one object as it travels, held against the interface that users see:
 * a missing, extra, mistyped or wrongly optional field does not compile.
 *
 * Fields that the schema does not know pass through, so that a field WeCom adds tomorrow is not lost.
 */
export function wireObject<T extends object>(entries: Entries<T>): v.GenericSchema<T> {
  return v.looseObject(entries as v.ObjectEntries) as unknown as v.GenericSchema<T>
}
