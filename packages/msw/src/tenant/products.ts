import { Refusal } from '../Refusal.ts'
import type { App } from './apps.ts'
import type { Clock } from './clock.ts'
import { drawFree } from './drawFree.ts'
import type { Random } from './random.ts'

/** A product of the corp's album (商品图册). */
export interface Product {
  product_id: string
  /** Name of the app that created it. Others read it, but do not change it. */
  app: string
  product_sn: string
  description: string
  /** In fen. */
  price: number
  /** Pictures. */
  media_ids: string[]
  /** Unix seconds. */
  create_time: number
  deleted?: boolean | undefined
}

/** What of a product can be set. */
export type ProductFields = Omit<Product, 'product_id' | 'app' | 'create_time' | 'deleted'>

/** The products of the whole corp. */
export class Products {
  readonly #clock: Clock
  readonly #random: Random
  #products = new Map<string, Product>()

  constructor(clock: Clock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  load(products: readonly Product[]): void {
    this.#products = new Map(products.map((product) => [product.product_id, product]))
  }

  /** Those that were deleted among them. */
  all(): Product[] {
    return [...this.#products.values()]
  }

  list(): Product[] {
    return this.all().filter(({ deleted }) => !deleted)
  }

  /** @throws {Refusal} 41075: there never was such a product. 41074: it was deleted. */
  get(product_id: string): Product {
    const product = this.#products.get(product_id)
    if (!product) throw new Refusal(41075)
    if (product.deleted) throw new Refusal(41074)
    return product
  }

  /** @returns the new product's id. */
  create(app: App, fields: ProductFields): string {
    const product_id = drawFree(
      () => this.#random.text(32),
      (id) => this.#products.has(id),
    )
    const create_time = this.#clock.seconds()
    this.#products.set(product_id, { ...fields, product_id, app: app.name, create_time })
    return product_id
  }

  /** @throws {Refusal} as `get`. 60011: another app's product. */
  update(app: App, product_id: string, change: Partial<ProductFields>): void {
    Object.assign(this.#own(app, product_id), change)
  }

  delete(app: App, product_id: string): void {
    this.#own(app, product_id).deleted = true
  }

  #own(app: App, product_id: string): Product {
    const product = this.get(product_id)
    if (product.app !== app.name) throw new Refusal(60011)
    return product
  }
}
