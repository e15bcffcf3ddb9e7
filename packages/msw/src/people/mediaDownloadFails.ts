import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Outcome } from './people.ts'

export interface MediaDownloadFails {
  readonly jobid: string
  /** Default 830003: the download failed. 301019: wrong MD5, 45001: too large, 830001: no Range support. */
  readonly errcode?: number | undefined
}

export const mediaDownloadFailsSchema: v.GenericSchema<MediaDownloadFails> = seedRow<MediaDownloadFails>({
  jobid: id,
  errcode: v.optional(v.pipe(v.number(), v.integer())),
})

/**
 * The file that WeCom is fetching cannot be had: the job will end as failed, of which the app is told then.
 *
 * @throws {RangeError} no such job is in progress.
 */
export function mediaDownloadFails(tenant: Tenant, { jobid, errcode = 830003 }: MediaDownloadFails): Outcome {
  tenant.mediaJobs.fail(jobid, errcode)
  return { events: [] }
}
