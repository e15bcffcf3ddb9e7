import { createMomentTaskEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'
import { checkMomentTask } from './checkMomentTask.ts'

export const createMomentTaskServed: Served = serve(
  createMomentTaskEndpoint,
  (tenant, params, { app }) => ({ jobid: tenant.momentJobs.add(app, params).jobid }),
  { precheck: checkMomentTask },
)
