import { maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'

/** The name of a rule in parameters. */
export const interceptRuleNameSchema: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty(), maxCharacters(20))
