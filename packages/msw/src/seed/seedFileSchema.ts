import * as v from 'valibot'
import { customerSchema, followSchema, servedContactSchema, tagGroupSchema } from './customerSchemas.ts'
import { appSchema, departmentSchema, memberSchema } from './directorySchemas.ts'
import type { SeedFile } from './SeedFile.ts'
import { id, seedRow } from './seedRow.ts'
import { strategySchema } from './strategySchema.ts'
import { transferSchema } from './transferSchema.ts'

/** The shape of a seed. Whether its parts refer to each other rightly, `findBrokenReferences` tells. */
export const seedFileSchema: v.GenericSchema<SeedFile> = seedRow<SeedFile>({
  corp_id: v.optional(id),
  time: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  apps: v.optional(v.array(appSchema)),
  departments: v.optional(v.array(departmentSchema)),
  members: v.optional(v.array(memberSchema)),
  tag_groups: v.optional(v.array(tagGroupSchema)),
  customers: v.optional(v.array(customerSchema)),
  follows: v.optional(v.array(followSchema)),
  served_contacts: v.optional(v.array(servedContactSchema)),
  transfers: v.optional(v.array(transferSchema)),
  strategies: v.optional(v.array(strategySchema)),
})
