import { applyMassCallTicketEndpoint } from '@wecom/id-convert'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { onlyForProviders } from './onlyForProviders.ts'

export const applyMassCallTicketServed: Served = serve(
  applyMassCallTicketEndpoint,
  (tenant, _params, { app }) => {
    onlyForProviders(app)
    const provider = tenant.provider.get()
    if (!provider || provider.mass_call_ticket_at !== undefined) throw new Refusal(48002)
    provider.mass_call_ticket_at = tenant.clock.seconds()
    return { mass_call_ticket: tenant.random.text(64) }
  },
  { customerContact: false },
)
