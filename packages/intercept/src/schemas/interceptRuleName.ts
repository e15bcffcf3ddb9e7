import { maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'

/** Schema of the name of a sensitive-word rule in parameters. */
export const interceptRuleNameSchema: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty(), maxCharacters(20))
