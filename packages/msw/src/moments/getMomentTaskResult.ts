import { getMomentTaskResultEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'

export const getMomentTaskResultServed: Served = serve(getMomentTaskResultEndpoint, (tenant, { jobid }, { app }) => {
  const job = tenant.momentJobs.get(app, jobid)
  return {
    status: tenant.momentJobs.statusOf(job),
    type: 'add_moment_task',
    ...(job.result && { result: job.result }),
  }
})
