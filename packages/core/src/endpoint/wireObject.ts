import * as v from 'valibot'

/** The schemas of an object, one for each field of `T`. An optional field takes `v.optional(...)`. */
export type Entries<T> = {
  readonly [Key in keyof T]-?: {} extends Pick<T, Key>
    ? v.OptionalSchema<v.GenericSchema<Exclude<T[Key], undefined>>, undefined>
    : v.GenericSchema<T[Key]>
}

/**
 * Makes the schema of an object as WeCom sends it. The compiler checks the schema against the interface that users see:
 * a missing, extra, mistyped or wrongly optional field does not compile.
 *
 * Unknown fields stay in the object, so that fields that WeCom adds are not lost.
 */
export function wireObject<T extends object>(entries: Entries<T>): v.GenericSchema<T> {
  return v.looseObject(entries as v.ObjectEntries) as unknown as v.GenericSchema<T>
}
