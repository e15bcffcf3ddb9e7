import { createMomentTaskEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'
import { checkMomentTask } from './checkMomentTask.ts'
import { keepMomentTask } from './keepMomentTask.ts'

export const createMomentTaskServed: Served = serve(
  createMomentTaskEndpoint,
  (tenant, params, { app }) => ({ jobid: tenant.momentJobs.add(app, keepMomentTask(params)).jobid }),
  { precheck: checkMomentTask },
)
