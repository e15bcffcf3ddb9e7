import * as v from 'valibot'

/** Schema of the sort weight of a tag or tag group in parameters: an integer from 0 to 4294967295. */
export const tagOrderSchema: v.GenericSchema<number> = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(2 ** 32 - 1),
)
