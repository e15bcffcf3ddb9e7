import { getAcquisitionLinkEndpoint } from '@wecom/acquisition'
import { type Served, serve } from '../serve/serve.ts'

export const getAcquisitionLinkServed: Served = serve(getAcquisitionLinkEndpoint, (tenant, { link_id }, { app }) => {
  const link = tenant.acquisition.get(app, link_id)
  const { link_name, url, create_time, skip_verify, mark_source } = link
  const { user_list, department_list, priority_type, priority_userid_list } = link
  return {
    link: { link_name, url, create_time, skip_verify, mark_source },
    range: { user_list, department_list },
    ...(priority_type !== undefined && {
      priority_option: { priority_type, ...(priority_userid_list && { priority_userid_list }) },
    }),
  }
})
