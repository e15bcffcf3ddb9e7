import { listCallbackIpsEndpoint } from '@wecom/core'
import { type Served, serve } from '../serve/serve.ts'

export const listCallbackIpsServed: Served = serve(
  listCallbackIpsEndpoint,
  () => ({ ip_list: ['203.0.113.12', '203.0.113.*'] }),
  { customerContact: false, empty: { ip_list: [] } },
)
