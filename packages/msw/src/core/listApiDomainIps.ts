import { listApiDomainIpsEndpoint } from '@wecom/core'
import { type Served, serve } from '../serve/serve.ts'

export const listApiDomainIpsServed: Served = serve(
  listApiDomainIpsEndpoint,
  () => ({ ip_list: ['192.0.2.0/28', '198.51.100.7'] }),
  { customerContact: false, empty: { ip_list: [] } },
)
