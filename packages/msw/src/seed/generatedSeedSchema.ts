import * as v from 'valibot'
import type { CorpSize, GeneratedSeed } from './GeneratedSeed.ts'
import { seedRow } from './seedRow.ts'

const maxMembers = 100_000
/** More would not fit into the memory that Node takes by default. */
const maxCustomers = 2_000_000

export const generatedSeedSchema: v.GenericSchema<GeneratedSeed> = seedRow<GeneratedSeed>({
  generate: seedRow<CorpSize>({
    members: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxMembers)),
    customers: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxCustomers)),
    random: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
})
