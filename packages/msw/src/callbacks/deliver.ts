import { isOfSuite } from './fieldsFor.ts'
import type { CallbackSettings } from './CallbackSettings.ts'
import type { Delivery, DeliveryTry } from './Delivery.ts'
import { exchange } from './exchange.ts'
import { sealMessage } from './sealMessage.ts'
import { toXml } from './toXml.ts'

/** What a delivery needs on its way, and nobody is to read in the log. */
export interface Shipment {
  readonly settings: CallbackSettings
  readonly delivery: Delivery
  /** `ToUserName` of the envelope. */
  readonly receiver: string
  /** `AgentID` of the envelope; empty for suites. */
  readonly agentId: string
}

const maxTries = 3
/** Milliseconds until the connection is cut. */
const limits = { customers: 5000, suites: 1000 } as const

/**
 * Delivers as WeCom does: three times at most, each time sealed anew. What was not answered with 200 in time is sent
 * again at once; how long WeCom waits is not documented.
 */
export async function deliver(shipment: Shipment, stop: AbortSignal): Promise<void> {
  const { delivery } = shipment
  let acknowledgements = delivery.fault === 'duplicate' ? 2 : 1
  while (delivery.tries.length < maxTries && !stop.aborted) {
    const results = await tryAtOnce(shipment, stop)
    acknowledgements -= results.filter((result) => result === 'acknowledged').length
    if (acknowledgements <= 0 || results.includes('not-success')) break
  }
  const taken = delivery.tries.some(({ result }) => result === 'acknowledged')
  delivery.outcome = taken ? 'acknowledged' : stop.aborted ? 'stopped' : 'failed'
}

/** Sends it once; the first time twice side by side, where that is to go wrong. */
async function tryAtOnce(shipment: Shipment, stop: AbortSignal): Promise<DeliveryTry['result'][]> {
  const { fault, tries } = shipment.delivery
  const copies = fault === 'concurrent-duplicate' && tries.length === 0 ? 2 : 1
  const tried = await Promise.all(Array.from({ length: copies }, () => tryOnce(shipment, stop)))
  tries.push(...tried)
  return tried.map(({ result }) => result)
}

async function tryOnce({ settings, delivery, receiver, agentId }: Shipment, stop: AbortSignal): Promise<DeliveryTry> {
  const at = Date.now()
  const { encrypt, query } = sealMessage(sealedBy(settings, delivery), delivery.receiveId, delivery.message)
  const ofSuite = isOfSuite(delivery.event)
  const answer = await exchange({
    url: settings.url,
    query: `${new URLSearchParams(query)}`,
    body: toXml({ ToUserName: receiver, AgentID: agentId, Encrypt: encrypt }),
    limit: ofSuite ? limits.suites : limits.customers,
    stop,
  })
  const { nonce } = query
  if (answer.result !== 'answered') return { at, nonce, result: answer.result, status: undefined }
  const { status, body } = answer
  if (status !== 200) return { at, nonce, result: 'status', status }
  return { at, nonce, result: ofSuite && body !== 'success' ? 'not-success' : 'acknowledged', status }
}

/** A broken signature is a right one, by another token. */
function sealedBy(settings: CallbackSettings, { fault }: Delivery): CallbackSettings {
  return fault === 'broken-signature' ? { ...settings, token: `${settings.token}x` } : settings
}
