import * as v from 'valibot'

/** A schema for each field of `T`. Optional fields take `v.optional(...)`. */
export type Entries<T> = {
  readonly [Key in keyof T]-?: {} extends Pick<T, Key>
    ? v.OptionalSchema<v.GenericSchema<Exclude<T[Key], undefined>>, undefined>
    : v.GenericSchema<T[Key]>
}

/**
 * Makes the schema of an object on the wire. The compiler checks it against the interface that users see: a missing,
 * extra, mistyped or wrongly optional field does not compile.
 *
 * Unknown fields pass through, so that fields that WeCom adds are not lost.
 */
export function wireObject<T extends object>(entries: Entries<T>): v.GenericSchema<T> {
  return v.looseObject(entries as v.ObjectEntries) as unknown as v.GenericSchema<T>
}
