import type { MessageImageParams, MessageLink, MessageMedia, MessageMiniprogram, MessageText } from '@wecom/messages'
import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import { type Expiring, ExpiringCodes } from '../base/tokens.ts'
import type { App } from './members.ts'

/** Time for which a welcome code (code for one welcome message) is valid, in milliseconds. */
const lifetime = 20_000

/** A new follow relation. The member `userid` may send one welcome message to the customer `external_userid`. */
export interface Welcome {
  readonly userid: string
  readonly external_userid: string
}

interface OneWelcome extends Welcome {
  used?: boolean | undefined
}

/** A welcome code, with the member and the customer of the new follow relation. */
export type WelcomeCode = Expiring<OneWelcome>

interface Sending {
  readonly app: string
  /**
   * Time at which `app` receives the answer to the call that used the welcome code, in milliseconds since 1970. This is
   * real time, not the time of the corp's clock, because the delay of an answer is in real time.
   */
  readonly arrivesAt: number
}

export class WelcomeCodes {
  readonly #codes: ExpiringCodes<OneWelcome>
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

  check(app: App, code: string): Welcome {
    const { userid, external_userid } = this.#live(app, code)
    return { userid, external_userid }
  }

  /**
   * Marks a welcome code as used. Other apps that send the code get errcode 41096 (welcome message is being sent) for
   * `delayMs` milliseconds, and 41051 (code was used) afterwards.
   */
  use(app: App, code: string, delayMs: number): void {
    this.#live(app, code).used = true
    this.#sending.set(code, { app: app.name, arrivesAt: Date.now() + delayMs })
  }

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

/** The content of a group welcome: a text, one attachment (picture, link, mini program, file or video), or both. */
export interface GroupWelcomeContent {
  text?: MessageText | undefined
  image?: MessageImageParams | undefined
  link?: MessageLink | undefined
  miniprogram?: MessageMiniprogram | undefined
  file?: MessageMedia | undefined
  video?: MessageMedia | undefined
}

/** A group welcome (入群欢迎语素材), the message that people receive when they join a group chat. */
export interface GroupWelcome extends GroupWelcomeContent {
  template_id: string
  /** Name of the app that created the group welcome. Other apps cannot change the group welcome. */
  app: string
}

const maxWelcomes = 100

export class GroupWelcomes extends Keyed<GroupWelcome> {
  readonly #random: Random

  constructor(random: Random) {
    super(({ template_id }) => template_id)
    this.#random = random
  }

  get(template_id: string): GroupWelcome {
    const welcome = this.find(template_id)
    // This errcode is an assumption, because no public source shows the errcode of WeCom.
    if (!welcome) throw new Refusal(40058, `invalid template_id: ${template_id}`)
    return welcome
  }

  add(app: App, content: GroupWelcomeContent): GroupWelcome {
    if (this.count() >= maxWelcomes) throw new Refusal(41055)
    const template_id = this.freeId(() => `msg${this.#random.text(29)}`)
    const welcome = { template_id, app: app.name, ...content }
    this.put(welcome)
    return welcome
  }

  replace(app: App, template_id: string, content: GroupWelcomeContent): void {
    this.put({ template_id, app: this.#own(app, template_id).app, ...content })
  }

  delete(app: App, template_id: string): void {
    this.drop(this.#own(app, template_id).template_id)
  }

  #own(app: App, template_id: string): GroupWelcome {
    const welcome = this.get(template_id)
    if (welcome.app !== app.name) throw new Refusal(41058)
    return welcome
  }
}
