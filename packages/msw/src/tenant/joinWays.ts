import { Refusal } from '../Refusal.ts'
import type { App } from './apps.ts'
import { Keyed } from './Keyed.ts'
import type { Random } from './random.ts'

/** How customers come into groups (「加入群聊」): a QR code, or a button in a mini program. */
export interface JoinWay {
  config_id: string
  /** Name of the app that created it. No other app sees it. */
  app: string
  /** 1 button in a mini program, 2 QR code. */
  scene: 1 | 2
  remark?: string | undefined
  /** 1: a new group is opened when the others are full. */
  auto_create_room: 0 | 1
  /** Names of groups that are opened this way: this and the number from which they count. */
  room_base_name?: string | undefined
  room_base_id?: number | undefined
  chat_id_list: string[]
  /** The picture of the QR code; of a button there is none. */
  qr_code?: string | undefined
  state?: string | undefined
  mark_source: boolean
}

/** A join way as callers write it. */
export interface JoinWaySettings {
  readonly scene: 1 | 2
  readonly remark?: string | undefined
  readonly auto_create_room?: 0 | 1 | undefined
  readonly room_base_name?: string | undefined
  readonly room_base_id?: number | undefined
  readonly chat_id_list: readonly string[]
  readonly state?: string | undefined
  readonly mark_source?: boolean | undefined
}

const maxRemark = 30

/** The join ways of all apps. */
export class JoinWays extends Keyed<JoinWay> {
  readonly #random: Random

  constructor(random: Random) {
    super(({ config_id }) => config_id)
    this.#random = random
  }

  /** @throws {Refusal} 41044: the app has no such join way. */
  get(app: App, config_id: string): JoinWay {
    const way = this.find(config_id)
    if (way?.app !== app.name) throw new Refusal(41044)
    return way
  }

  /** @returns the id of the new join way. */
  create(app: App, settings: JoinWaySettings): string {
    const config_id = this.freeId(() => this.#random.text(32))
    this.#write(app, config_id, settings, undefined)
    return config_id
  }

  /** Writes a join way anew: what is left out is not kept. */
  replace(app: App, config_id: string, settings: JoinWaySettings): void {
    this.#write(app, config_id, settings, this.get(app, config_id).qr_code)
  }

  delete(app: App, config_id: string): void {
    this.get(app, config_id)
    this.drop(config_id)
  }

  #write(app: App, config_id: string, settings: JoinWaySettings, qr_code: string | undefined): void {
    const { scene, remark, auto_create_room = 1, room_base_name, room_base_id } = settings
    const { chat_id_list, state, mark_source = true } = settings
    this.put({
      config_id,
      app: app.name,
      scene,
      ...(remark ? { remark: Array.from(remark).slice(0, maxRemark).join('') } : {}),
      auto_create_room,
      ...(room_base_name ? { room_base_name } : {}),
      ...(room_base_id === undefined ? {} : { room_base_id }),
      chat_id_list: [...chat_id_list],
      ...(scene === 2 ? { qr_code: qr_code ?? `https://p.qpic.cn/wwhead/${this.#random.text(40)}/0` } : {}),
      ...(state ? { state } : {}),
      mark_source,
    })
  }
}
