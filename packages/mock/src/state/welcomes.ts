import type { MessageImageParams, MessageLink, MessageMedia, MessageMiniprogram, MessageText } from '@wecom/messages'
import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import { type Expiring, ExpiringCodes } from '../base/tokens.ts'
import type { App } from './members.ts'

/** Milliseconds in which a welcome message has to be sent. */
const lifetime = 20_000

/** The follow relation that a welcome message greets. */
export interface Welcome {
  readonly userid: string
  readonly external_userid: string
}

interface OneWelcome extends Welcome {
  used?: boolean | undefined
}

/** A welcome code and its customer. */
export type WelcomeCode = Expiring<OneWelcome>

/** A use of a code by an app. */
interface Sending {
  /** Name of the app. */
  readonly app: string
  /** When the call ends, in real time, because delays of calls are in real time. */
  readonly arrivesAt: number
}

/** The welcome codes of `add_external_contact`. Each is valid for one message. */
export class WelcomeCodes {
  readonly #codes: ExpiringCodes<OneWelcome>
  /** By code. Not part of a state. */
  readonly #sending = new Map<string, Sending>()

  constructor(clock: Clock, random: Random) {
    this.#codes = new ExpiringCodes(clock, random, 43)
  }

  load(codes: readonly WelcomeCode[]): void {
    this.#codes.load(codes)
    this.#sending.clear()
  }

  save(): WelcomeCode[] {
    return this.#codes.save()
  }

  issue({ userid, external_userid }: Welcome): string {
    return this.#codes.issue({ userid, external_userid }, lifetime).code
  }

  /**
   * The member and customer of a code, while it is valid.
   *
   * @throws {Refusal} 41051: it was used. 41096: another app is using it right now. 41050: unknown, or older than 20 seconds.
   */
  check(app: App, code: string): Welcome {
    const { userid, external_userid } = this.#live(app, code)
    return { userid, external_userid }
  }

  /**
   * Uses up a code.
   *
   * @param delayMs - how long the call takes. Until then other apps get 41096.
   * @throws {Refusal} as `check`.
   */
  use(app: App, code: string, delayMs: number): void {
    this.#live(app, code).used = true
    this.#sending.set(code, { app: app.name, arrivesAt: Date.now() + delayMs })
  }

  /** Whether a code was used for these two. */
  wasUsed({ userid, external_userid }: Welcome): boolean {
    return this.save().some((code) => code.used && code.userid === userid && code.external_userid === external_userid)
  }

  #live(app: App, code: string): WelcomeCode {
    const known = this.#codes.find(code)
    if (known?.used) {
      const sending = this.#sending.get(code)
      const isUnderWay = sending !== undefined && sending.app !== app.name && Date.now() < sending.arrivesAt
      throw new Refusal(isUnderWay ? 41096 : 41051)
    }
    if (!known || !this.#codes.isLive(known)) throw new Refusal(41050)
    return known
  }
}

/** A text, one other part, or both. */
export interface GroupWelcomeContent {
  text?: MessageText | undefined
  image?: MessageImageParams | undefined
  link?: MessageLink | undefined
  miniprogram?: MessageMiniprogram | undefined
  file?: MessageMedia | undefined
  video?: MessageMedia | undefined
}

/** A welcome for those who join customer groups (入群欢迎语素材). */
export interface GroupWelcome extends GroupWelcomeContent {
  template_id: string
  /** Name of the app that made it. No other app may change it. */
  app: string
}

/** Limit of the whole corp. */
const maxWelcomes = 100

/** The corp's library of group welcomes. */
export class GroupWelcomes extends Keyed<GroupWelcome> {
  readonly #random: Random

  constructor(random: Random) {
    super(({ template_id }) => template_id)
    this.#random = random
  }

  /** @throws {Refusal} 40058: there is none. WeCom's errcode for this was not seen. */
  get(template_id: string): GroupWelcome {
    const welcome = this.find(template_id)
    if (!welcome) throw new Refusal(40058, `invalid template_id: ${template_id}`)
    return welcome
  }

  /** @throws {Refusal} 41055: the library is full. */
  add(app: App, content: GroupWelcomeContent): GroupWelcome {
    if (this.count() >= maxWelcomes) throw new Refusal(41055)
    const template_id = this.freeId(() => `msg${this.#random.text(29)}`)
    const welcome = { template_id, app: app.name, ...content }
    this.put(welcome)
    return welcome
  }

  /**
   * Replaces the whole content.
   *
   * @throws {Refusal} 41058: another app made it.
   */
  replace(app: App, template_id: string, content: GroupWelcomeContent): void {
    this.put({ template_id, app: this.#own(app, template_id).app, ...content })
  }

  /** @throws {Refusal} 41058: another app made it. */
  delete(app: App, template_id: string): void {
    this.drop(this.#own(app, template_id).template_id)
  }

  #own(app: App, template_id: string): GroupWelcome {
    const welcome = this.get(template_id)
    if (welcome.app !== app.name) throw new Refusal(41058)
    return welcome
  }
}
