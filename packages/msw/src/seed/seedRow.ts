import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'

/** A schema for one object of a seed, held against its interface. A field that it does not know is an error: a typo. */
export function seedRow<T extends object>(entries: Entries<T>): v.GenericSchema<T> {
  return v.strictObject(entries as v.ObjectEntries) as unknown as v.GenericSchema<T>
}

export const id: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty())
/** Unix seconds. */
export const seconds: v.GenericSchema<number> = v.pipe(v.number(), v.integer(), v.minValue(0))
