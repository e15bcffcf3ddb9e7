import { updateGroupWelcomeTemplateEndpoint } from '@wecom/messages'
import { type Served, serve } from '../serve/serve.ts'
import { checkMedia } from './checkMedia.ts'
import { keepGroupWelcome } from './keepGroupWelcome.ts'

export const updateGroupWelcomeTemplateServed: Served = serve(
  updateGroupWelcomeTemplateEndpoint,
  (tenant, params, { app }) => {
    const content = keepGroupWelcome(params)
    checkMedia(tenant, content)
    tenant.groupWelcomes.replace(app, params.template_id, content)
    return {}
  },
)
