import type { Download } from '@wecom/core'
import * as v from 'valibot'

/** Checks nothing: the client has already separated failures from files when the answer came. */
export const downloadSchema: v.GenericSchema<Download> = v.custom<Download>(() => true)
