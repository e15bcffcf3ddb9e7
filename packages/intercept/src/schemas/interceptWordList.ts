import { maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'

/** Schema of the list of sensitive words in parameters. */
export const interceptWordListSchema: v.GenericSchema<string[]> = v.pipe(
  v.array(v.pipe(v.string(), v.nonEmpty(), maxCharacters(32))),
  v.maxLength(300),
)
