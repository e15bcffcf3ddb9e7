import * as v from 'valibot'

/** Schema of the temporary code that is exchanged for a permanent one. */
export const authCodeSchema: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.minBytes(64, 'at least 64 bytes'),
  v.maxBytes(512, 'at most 512 bytes'),
)
