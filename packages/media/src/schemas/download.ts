import type { Download } from '@wecom/core'
import * as v from 'valibot'

// Accepts everything, because the client has already handled failed downloads.
export const downloadSchema: v.GenericSchema<Download> = v.custom<Download>(() => true)
