import { convertExternalTagidsEndpoint } from '@wecom/id-convert'
import { type Served, serve } from '../serve/serve.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { onlyForProviders } from './onlyForProviders.ts'

export const convertExternalTagidsServed: Served = serve(
  convertExternalTagidsEndpoint,
  (tenant, { external_tagid_list }, { app }) => {
    onlyForProviders(app)
    const known = external_tagid_list.filter((id) => isThere(tenant, id))
    return {
      // All apps know tags by the same ids here, and an id that is the provider's already comes back unchanged.
      items: known.map((external_tagid) => ({ external_tagid, open_external_tagid: external_tagid })),
      invalid_external_tagid_list: external_tagid_list.filter((id) => !known.includes(id)),
    }
  },
  { empty: { items: [] } },
)

function isThere({ tags }: Tenant, id: string): boolean {
  const found = tags.findAny(id)
  return found !== undefined && !(found.tag ?? found.group).deleted
}
