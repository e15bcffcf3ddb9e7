import type { Download } from '@wecom/core'
import * as v from 'valibot'

/** Schema of a downloaded file. It checks nothing, because the client has already separated failures from files. */
export const downloadSchema: v.GenericSchema<Download> = v.custom<Download>(() => true)
