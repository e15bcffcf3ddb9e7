import type { Download } from '@wecom/core'
import * as v from 'valibot'

/** Nothing to check: failures were told apart from files when the answer came. */
export const downloadSchema: v.GenericSchema<Download> = v.custom<Download>(() => true)
