import { createGroupWelcomeTemplateEndpoint } from '@wecom/messages'
import { type Served, serve } from '../serve/serve.ts'
import { checkMedia } from './checkMedia.ts'
import { keepGroupWelcome } from './keepGroupWelcome.ts'

export const createGroupWelcomeTemplateServed: Served = serve(
  createGroupWelcomeTemplateEndpoint,
  (tenant, params, { app }) => {
    const content = keepGroupWelcome(params)
    checkMedia(tenant, content)
    return { template_id: tenant.groupWelcomes.add(app, content).template_id }
  },
)
