import type { CorpEvent } from '../base/events.ts'
import { InputError, some } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import { isTemplate, knownSuite } from '../state/provider.ts'
import type { Deliveries, Delivery } from './deliveries.ts'
import { fieldsFor } from './events.ts'
import { stretchMessage, toXml } from './message.ts'
import { type CallbackSettings, checkSettings, verifyCallbackUrl } from './settings.ts'

/** A callback URL that is connected, without its secrets. */
export interface ConnectedCallback {
  readonly url: string
  readonly agentId: number | undefined
  readonly suiteId: string | undefined
}

/** Id of another corp, for a fault. Receivers must refuse messages that are encrypted for it. */
const foreignId = 'wwforeign00000001'

/** The callback URLs of the corp's apps and of suites. An event goes to the URLs of all apps that may see it. */
export class Callbacks {
  readonly #corp: Corp
  readonly #deliveries: Deliveries
  /** Settings by suite id or agentid. */
  readonly #settings = new Map<string | number | undefined, CallbackSettings>()
  #count = 0

  constructor(corp: Corp, deliveries: Deliveries) {
    this.#corp = corp
    this.#deliveries = deliveries
    corp.events.listen((event) => this.#tell(event))
  }

  /**
   * 保存回调配置 — verifies a URL as WeCom does, and delivers later events to it. Replaces the former URL of the app or
   * suite. A reset of the corp keeps the URL.
   *
   * @throws {InputError} the settings are not valid.
   * @throws {CallbackUrlError} the URL does not pass the verification.
   *
   * @example
   * await corp.callbacks.connect({ url: 'http://127.0.0.1:8080/callback', token, encodingAesKey })
   */
  async connect(settings: CallbackSettings): Promise<void> {
    this.#check(settings)
    await verifyCallbackUrl(settings, this.#verifier(settings))
    this.accept(settings)
  }

  /**
   * Connects a URL like `connect`, without the verification.
   *
   * @throws {InputError} the settings are not valid.
   */
  accept(settings: CallbackSettings): void {
    this.#check(settings)
    this.#settings.set(settings.suiteId ?? settings.agentId ?? this.#firstAgentId(), settings)
  }

  /** Removes all URLs and stops their deliveries. */
  disconnect(): void {
    this.#settings.clear()
    this.#deliveries.stop()
  }

  list(): ConnectedCallback[] {
    return [...this.#settings.values()].map(({ url, agentId, suiteId }) => ({ url, agentId, suiteId }))
  }

  #check(settings: CallbackSettings): void {
    checkSettings(settings)
    const { suiteId, agentId } = settings
    if (suiteId !== undefined) knownSuite(this.#corp.provider, suiteId, 'suiteId')
    if (agentId === undefined) return
    if (suiteId !== undefined) throw new InputError('agentId', 'A callback URL is of an app or of a suite, not of both')
    checkAgent(this.#corp, agentId)
  }

  /** Returns the id that a verification is encrypted for. For the URL of a suite it is the id of the provider. */
  #verifier({ suiteId }: CallbackSettings): string {
    const { corpId, provider } = this.#corp
    return suiteId === undefined ? corpId : (provider.get()?.corpid ?? '')
  }

  #tell(event: CorpEvent): void {
    for (const settings of this.#settings.values()) {
      const fields = fieldsFor(this.#corp, settings, event)
      if (fields) this.#send(settings, event, toXml(fields))
    }
  }

  #send(settings: CallbackSettings, event: CorpEvent, xml: string): void {
    const { corpId } = this.#corp
    const fault = this.#deliveries.faults.take()
    const receiver = settings.suiteId ?? corpId
    const receiveId = fault === 'foreign-receive-id' ? foreignId : receiver
    // Uses all lengths of padding in turn, the long ones first, because receivers often handle those wrongly.
    const message = stretchMessage(xml, receiveId, 32 - (this.#count++ % 32))
    const delivery: Delivery = { url: settings.url, event, receiveId, message, fault, attempts: [], outcome: 'waiting' }
    this.#deliveries.send({ settings, delivery, receiver, agentId: this.#agentId(settings) })
  }

  #agentId({ suiteId, agentId = this.#firstAgentId() }: CallbackSettings): string {
    return suiteId === undefined && agentId !== undefined ? String(agentId) : ''
  }

  #firstAgentId(): number | undefined {
    const { apps } = this.#corp
    const [app] = apps.list()
    return app && apps.agentidOf(app)
  }
}

/**
 * Checks that an app can have a callback URL of its own.
 *
 * @throws {InputError} there is no such app, or it belongs to a suite, which gets the events itself.
 */
function checkAgent({ apps }: Corp, agentId: number): void {
  const app = apps.withAgentid(agentId)
  if (!app) {
    const others = apps.list().map((other) => apps.agentidOf(other))
    throw new InputError('agentId', `There is no app ${agentId}; ${some(others)}`)
  }
  const { suite_id } = app
  if (suite_id !== undefined && !isTemplate(suite_id)) {
    throw new InputError('agentId', `Events for app ${agentId} go to its suite; give suiteId "${suite_id}" instead`)
  }
}
