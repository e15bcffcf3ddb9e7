import * as v from 'valibot'
import type { AcquiredCustomer, AcquisitionClick, AcquisitionLink } from '../tenant/acquisition.ts'
import type { AcquisitionQuota, QuotaPart } from '../tenant/acquisitionQuotas.ts'
import { id, seconds, seedRow } from './seedRow.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const acquisitionLinkSchema: v.GenericSchema<AcquisitionLink> = seedRow<AcquisitionLink>({
  link_id: id,
  app: id,
  link_name: v.string(),
  url: v.string(),
  create_time: seconds,
  skip_verify: v.boolean(),
  mark_source: v.boolean(),
  user_list: v.array(id),
  department_list: v.array(v.number()),
  priority_type: v.optional(v.picklist([1, 2])),
  priority_userid_list: v.optional(v.array(id)),
})

export const acquisitionClickSchema: v.GenericSchema<AcquisitionClick> = seedRow<AcquisitionClick>({
  link_id: id,
  external_userid: id,
  at: seconds,
})

export const acquiredCustomerSchema: v.GenericSchema<AcquiredCustomer> = seedRow<AcquiredCustomer>({
  link_id: id,
  userid: id,
  external_userid: id,
  state: v.optional(v.string()),
  at: seconds,
})

export const acquisitionQuotaSchema: v.GenericSchema<AcquisitionQuota> = seedRow<AcquisitionQuota>({
  total: count,
  quota_list: v.array(seedRow<QuotaPart>({ expire_date: seconds, balance: count })),
})
