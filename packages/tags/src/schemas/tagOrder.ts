import * as v from 'valibot'

/** Schema of a sort weight in parameters. */
export const tagOrderSchema: v.GenericSchema<number> = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(2 ** 32 - 1),
)
