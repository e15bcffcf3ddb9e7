import { createAcquisitionLinkEndpoint } from '@wecom/acquisition'
import { type Served, serve } from '../serve/serve.ts'
import { toPriority, toRange } from './linkFields.ts'

export const createAcquisitionLinkServed: Served = serve(
  createAcquisitionLinkEndpoint,
  (tenant, { link_name, range, skip_verify = true, priority_option, mark_source = true }, { app }) => {
    const { link_id, url, create_time } = tenant.acquisition.create(app, {
      link_name,
      ...toRange(range),
      skip_verify,
      mark_source,
      ...(priority_option && toPriority(priority_option)),
    })
    return { link: { link_id, link_name, url, create_time } }
  },
)
