import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { type Owned, OwnedRows } from '../base/rows.ts'
import type { App } from './members.ts'

/** A product of the corp's album (商品图册). */
export interface Product extends Owned {
  product_id: string
  product_sn: string
  description: string
  /** Price in fen (1/100 yuan). */
  price: number
  /** Ids of the pictures of the product. */
  media_ids: string[]
  /** Time of creation in unix seconds. */
  create_time: number
}

/** Fields of a product that callers can set. */
type ProductFields = Omit<Product, keyof Owned | 'product_id' | 'create_time'>

/**
 * The products of the whole corp. Calls are refused with 41075 if a product never existed, with 41074 if it was
 * deleted.
 */
export class Products extends OwnedRows<Product> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super(({ product_id }) => product_id, { unknown: 41075, deleted: 41074 })
    this.#clock = clock
    this.#random = random
  }

  /**
   * Creates a product.
   *
   * @returns the new product's id.
   */
  create(app: App, fields: ProductFields): string {
    const product_id = this.freeId(() => this.#random.text(32))
    this.put({ ...fields, product_id, app: app.name, create_time: this.#clock.seconds() })
    return product_id
  }

  /**
   * Changes a product.
   *
   * @throws {Refusal} as `delete`.
   */
  update(app: App, product_id: string, change: Partial<ProductFields>): void {
    Object.assign(this.own(app, product_id), change)
  }
}
