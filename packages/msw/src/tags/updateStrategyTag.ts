import { updateStrategyTagEndpoint } from '@wecom/tags'
import { type Served, serve } from '../serve/serve.ts'
import { changeTag } from './changeTag.ts'

export const updateStrategyTagServed: Served = serve(
  updateStrategyTagEndpoint,
  (tenant, params, { app }) => changeTag(tenant, app, 'strategy', params),
  { missing: { id: 40068 }, invalid: { name: 40072 } },
)
