import * as v from 'valibot'

/**
 * The schemas of an object's fields: one schema for each field of `T`. The schema of an optional field is
 * `v.optional(...)`.
 */
export type Entries<T> = {
  readonly [Key in keyof T]-?: {} extends Pick<T, Key>
    ? v.OptionalSchema<v.GenericSchema<Exclude<T[Key], undefined>>, undefined>
    : v.GenericSchema<T[Key]>
}

/**
 * Returns the Valibot schema of an object as WeCom sends it. The compiler checks the schema against the interface `T`.
 * Code with a missing, extra, mistyped or wrongly optional field does not compile.
 *
 * Unknown fields stay in the object, because WeCom may add fields.
 */
export function wireObject<T extends object>(entries: Entries<T>): v.GenericSchema<T> {
  return v.looseObject(entries as v.ObjectEntries) as unknown as v.GenericSchema<T>
}
