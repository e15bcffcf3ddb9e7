import { maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'

export const interceptRuleNameSchema: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty(), maxCharacters(20))
