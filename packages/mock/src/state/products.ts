import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { type Owned, OwnedRows } from '../base/rows.ts'
import type { App } from './members.ts'

/** A product in the product album (商品图册) of the corp. */
export interface Product extends Owned {
  product_id: string
  product_sn: string
  description: string
  /** Price of the product in fen (1/100 yuan). */
  price: number
  /** The media_ids of the pictures of the product. */
  media_ids: string[]
  /** Time at which the product was created, in unix seconds. */
  create_time: number
}

type ProductFields = Omit<Product, keyof Owned | 'product_id' | 'create_time'>

export class Products extends OwnedRows<Product> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super(({ product_id }) => product_id, { unknown: 41075, deleted: 41074 })
    this.#clock = clock
    this.#random = random
  }

  create(app: App, fields: ProductFields): string {
    const product_id = this.freeId(() => this.#random.text(32))
    this.put({ ...fields, product_id, app: app.name, create_time: this.#clock.seconds() })
    return product_id
  }

  update(app: App, product_id: string, change: Partial<ProductFields>): void {
    Object.assign(this.own(app, product_id), change)
  }
}
