import type { MessageImageParams, MessageLink, MessageMedia, MessageMiniprogram, MessageText } from '@wecom/messages'
import { Refusal } from '../Refusal.ts'
import type { App } from './apps.ts'
import { Keyed } from './Keyed.ts'
import type { Random } from './random.ts'

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

/** Of the whole corp. */
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
   * Puts other content in the place of all that was there.
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
