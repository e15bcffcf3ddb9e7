import { updateAcquisitionLinkEndpoint } from '@wecom/acquisition'
import { type Served, serve } from '../serve/serve.ts'
import { toPriority, toRange } from './linkFields.ts'

export const updateAcquisitionLinkServed: Served = serve(
  updateAcquisitionLinkEndpoint,
  (tenant, { link_id, link_name, range, skip_verify, priority_option, mark_source }, { app }) => {
    tenant.acquisition.update(app, link_id, {
      ...(link_name && { link_name }),
      ...(range && toRange(range)),
      ...(skip_verify !== undefined && { skip_verify }),
      ...(priority_option && { priority_type: undefined, priority_userid_list: undefined }),
      ...(priority_option && toPriority(priority_option)),
      ...(mark_source !== undefined && { mark_source }),
    })
    return {}
  },
)
