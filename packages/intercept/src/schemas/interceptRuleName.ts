import { maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'

/** A name as it is set. */
export const interceptRuleNameSchema: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty(), maxCharacters(20))
