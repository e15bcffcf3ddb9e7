import { deleteGroupWelcomeTemplateEndpoint } from '@wecom/messages'
import { type Served, serve } from '../serve/serve.ts'

export const deleteGroupWelcomeTemplateServed: Served = serve(
  deleteGroupWelcomeTemplateEndpoint,
  (tenant, { template_id }, { app }) => {
    tenant.groupWelcomes.delete(app, template_id)
    return {}
  },
)
