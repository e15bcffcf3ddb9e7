import * as v from 'valibot'

export const authCodeSchema: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.minBytes(64, 'at least 64 bytes'),
  v.maxBytes(512, 'at most 512 bytes'),
)
