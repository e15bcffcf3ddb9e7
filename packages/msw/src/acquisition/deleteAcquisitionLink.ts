import { deleteAcquisitionLinkEndpoint } from '@wecom/acquisition'
import { type Served, serve } from '../serve/serve.ts'

export const deleteAcquisitionLinkServed: Served = serve(
  deleteAcquisitionLinkEndpoint,
  (tenant, { link_id }, { app }) => {
    tenant.acquisition.delete(app, link_id)
    return {}
  },
)
