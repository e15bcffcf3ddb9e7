import * as v from 'valibot'
import type { Transfer } from '../tenant/transfers.ts'
import { id, seconds, seedRow } from './seedRow.ts'

export const transferSchema: v.GenericSchema<Transfer> = seedRow<Transfer>({
  kind: v.picklist(['onjob', 'resigned']),
  handover_userid: id,
  takeover_userid: id,
  external_userid: id,
  requested_at: seconds,
  status: v.picklist([1, 2, 3, 4]),
  takeover_time: seconds,
})
