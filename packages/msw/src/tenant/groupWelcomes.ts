import type { MessageImageParams, MessageLink, MessageMedia, MessageMiniprogram, MessageText } from '@wecom/messages'
import { Refusal } from '../Refusal.ts'
import type { App } from './apps.ts'
import { drawFree } from './drawFree.ts'
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
export class GroupWelcomes {
  readonly #random: Random
  #welcomes = new Map<string, GroupWelcome>()

  constructor(random: Random) {
    this.#random = random
  }

  load(welcomes: readonly GroupWelcome[]): void {
    this.#welcomes = new Map(welcomes.map((welcome) => [welcome.template_id, welcome]))
  }

  list(): GroupWelcome[] {
    return [...this.#welcomes.values()]
  }

  /** @throws {Refusal} 40058: there is none. WeCom's errcode for this was not seen. */
  get(template_id: string): GroupWelcome {
    const welcome = this.#welcomes.get(template_id)
    if (!welcome) throw new Refusal(40058, `invalid template_id: ${template_id}`)
    return welcome
  }

  /** @throws {Refusal} 41055: the library is full. */
  add(app: App, content: GroupWelcomeContent): GroupWelcome {
    if (this.#welcomes.size >= maxWelcomes) throw new Refusal(41055)
    const template_id = drawFree(
      () => `msg${this.#random.text(29)}`,
      (id) => this.#welcomes.has(id),
    )
    const welcome = { template_id, app: app.name, ...content }
    this.#welcomes.set(welcome.template_id, welcome)
    return welcome
  }

  /**
   * Puts other content in the place of all that was there.
   *
   * @throws {Refusal} 41058: another app made it.
   */
  replace(app: App, template_id: string, content: GroupWelcomeContent): void {
    this.#welcomes.set(template_id, { template_id, app: this.#own(app, template_id).app, ...content })
  }

  /** @throws {Refusal} 41058: another app made it. */
  delete(app: App, template_id: string): void {
    this.#welcomes.delete(this.#own(app, template_id).template_id)
  }

  #own(app: App, template_id: string): GroupWelcome {
    const welcome = this.get(template_id)
    if (welcome.app !== app.name) throw new Refusal(41058)
    return welcome
  }
}
