import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { type Owned, OwnedRows } from '../base/rows.ts'
import type { App } from './members.ts'

/** A product of the corp's album (商品图册). */
export interface Product extends Owned {
  product_id: string
  product_sn: string
  description: string
  /** In fen. */
  price: number
  /** Pictures. */
  media_ids: string[]
  /** Unix seconds. */
  create_time: number
}

/** The fields of a product that can be set. */
type ProductFields = Omit<Product, keyof Owned | 'product_id' | 'create_time'>

/** The products of the whole corp. 41075: there never was such a product. 41074: it was deleted. */
export class Products extends OwnedRows<Product> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super(({ product_id }) => product_id, { unknown: 41075, deleted: 41074 })
    this.#clock = clock
    this.#random = random
  }

  /** @returns the new product's id. */
  create(app: App, fields: ProductFields): string {
    const product_id = this.freeId(() => this.#random.text(32))
    this.put({ ...fields, product_id, app: app.name, create_time: this.#clock.seconds() })
    return product_id
  }

  /** @throws {Refusal} as `delete`. */
  update(app: App, product_id: string, change: Partial<ProductFields>): void {
    Object.assign(this.own(app, product_id), change)
  }
}
