import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { MediaJob } from '../tenant/mediaJobs.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Outcome } from './people.ts'

export interface MediaDownloadFails {
  readonly jobid: string
  /** Default 830003: the download failed. 301019: wrong MD5, 45001: too large, 830001: no Range support. */
  readonly errcode?: 830001 | 830003 | 301019 | 45001 | undefined
}

export const mediaDownloadFailsSchema: v.GenericSchema<MediaDownloadFails> = seedRow<MediaDownloadFails>({
  jobid: id,
  errcode: v.optional(v.picklist([830001, 830003, 301019, 45001])),
})

/**
 * The file that WeCom is fetching cannot be had: the job will end as failed, of which the app is told then.
 *
 * @returns the job, which ends in time.
 * @throws {RangeError} no such job is in progress.
 */
export function mediaDownloadFails(
  tenant: Tenant,
  { jobid, errcode = 830003 }: MediaDownloadFails,
): Outcome & { readonly job: MediaJob } {
  return { events: [], job: { ...tenant.mediaJobs.fail(jobid, errcode) } }
}
