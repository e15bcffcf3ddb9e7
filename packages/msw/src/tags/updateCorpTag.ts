import { updateCorpTagEndpoint } from '@wecom/tags'
import { type Served, serve } from '../serve/serve.ts'
import { changeTag } from './changeTag.ts'

export const updateCorpTagServed: Served = serve(
  updateCorpTagEndpoint,
  (tenant, params, { app }) => changeTag(tenant, app, 'corp', params),
  { missing: { id: 40068 }, invalid: { name: 40072 } },
)
