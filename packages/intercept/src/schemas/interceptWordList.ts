import { maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'

export const interceptWordListSchema: v.GenericSchema<string[]> = v.pipe(
  v.array(v.pipe(v.string(), v.nonEmpty(), maxCharacters(32))),
  v.maxLength(300),
)
