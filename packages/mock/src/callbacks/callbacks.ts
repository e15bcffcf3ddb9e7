import type { CorpEvent } from '../base/events.ts'
import { InputError, upToFive } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import { isTemplate, knownSuite } from '../state/provider.ts'
import type { Deliveries, Delivery } from './deliveries.ts'
import { fieldsFor } from './events.ts'
import { stretchMessage, toXml } from './message.ts'
import { type CallbackSettings, checkSettings, verifyCallbackUrl } from './settings.ts'

/**
 * A connected callback URL, and the id of the app or suite that it belongs to. The secrets (Token and EncodingAESKey)
 * are left out.
 */
export interface ConnectedCallback {
  readonly url: string
  readonly agentId: number | undefined
  readonly suiteId: string | undefined
}

// Receivers must refuse messages that are encrypted for another corp.
const foreignId = 'wwforeign00000001'

/**
 * The connected callback URLs of a fake corp. Each belongs to an app of the corp or to a suite. The fake corp delivers
 * an event to every URL whose app or suite may see the event.
 */
export class Callbacks {
  readonly #corp: Corp
  readonly #deliveries: Deliveries
  /**
   * Settings of the connected callback URLs. The key is the `suiteId` or the `agentId` of the settings. If the settings
   * contain neither, the URL belongs to the first app of the corp, and the key is the agentid of this app. If the corp
   * has no apps, the key is undefined.
   */
  readonly #settings = new Map<string | number | undefined, CallbackSettings>()
  #count = 0

  constructor(corp: Corp, deliveries: Deliveries) {
    this.#corp = corp
    this.#deliveries = deliveries
    corp.events.listen((event) => this.#tell(event))
  }

  /**
   * 保存回调配置 — verifies a callback URL as WeCom does, and connects it. The fake corp then delivers later events to
   * the URL. If the app or suite already has a callback URL, the new URL replaces it. The URL remains connected after a
   * reset of the corp.
   *
   * @throws {InputError} the settings are not valid.
   * @throws {CallbackUrlError} the URL does not pass the verification.
   *
   * @example
   * // Use the token and the encodingAesKey of your callback handler.
   * await corp.callbacks.connect({ url: 'http://127.0.0.1:8080/callback', token, encodingAesKey })
   */
  async connect(settings: CallbackSettings): Promise<void> {
    this.#check(settings)
    await verifyCallbackUrl(settings, this.#verifier(settings))
    this.accept(settings)
  }

  /**
   * Connects a callback URL like `connect`, but does not verify the URL.
   *
   * @throws {InputError} the settings are not valid.
   */
  accept(settings: CallbackSettings): void {
    this.#check(settings)
    this.#settings.set(settings.suiteId ?? settings.agentId ?? this.#firstAgentId(), settings)
  }

  /** Disconnects all callback URLs, and stops their pending deliveries. */
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
    if (suiteId !== undefined)
      throw new InputError(
        'agentId',
        'agentId and suiteId cannot be combined: a callback URL belongs to an app or to a suite',
      )
    checkAgent(this.#corp, agentId)
  }

  /**
   * Returns the receive id for the verification of a URL. For a suite, it is the corpid of the service provider,
   * although all other messages to the suite use the suite id.
   */
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

function checkAgent({ apps }: Corp, agentId: number): void {
  const app = apps.withAgentid(agentId)
  if (!app) {
    const others = apps.list().map((other) => apps.agentidOf(other))
    throw new InputError('agentId', `There is no app with agentId ${agentId}; agentIds: ${upToFive(others)}`)
  }
  const { suite_id } = app
  // WeCom sends the events of such an app to the suite.
  if (suite_id !== undefined && !isTemplate(suite_id)) {
    throw new InputError(
      'agentId',
      `WeCom sends the events of app ${agentId} to its suite; use suiteId "${suite_id}" instead of agentId`,
    )
  }
}
