import * as v from 'valibot'

/**
 * Schema of the temporary code of an authorization (`auth_code`). `getPermanentCode` exchanges this code for a
 * permanent code.
 */
export const authCodeSchema: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.minBytes(64, 'at least 64 bytes'),
  v.maxBytes(512, 'at most 512 bytes'),
)
