import { maxCharacters } from '@wecom/core/define'
import * as v from 'valibot'

export const productPriceSchema: v.GenericSchema<number> = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(5_000_000),
)

export const productDescriptionSchema: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty(), maxCharacters(300))

export const productSnSchema: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.maxLength(128),
  v.regex(/^[0-9A-Za-z]*$/, 'only digits and letters'),
)
