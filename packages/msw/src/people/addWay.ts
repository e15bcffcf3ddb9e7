import * as v from 'valibot'

/** Source of a customer (客户来源). WeCom adds new ones, so any whole number may be one. */
export const addWay: v.GenericSchema<number> = v.pipe(v.number(), v.integer(), v.minValue(0))
