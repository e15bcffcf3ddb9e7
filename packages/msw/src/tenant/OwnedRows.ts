import { Refusal } from '../Refusal.ts'
import type { App } from './apps.ts'
import { Keyed } from './Keyed.ts'

/** Something that all apps read, and the app that made it changes. */
export interface Owned {
  /** Name of the app that created it. */
  app: string
  deleted?: boolean | undefined
}

/** Rows that are still known when they were deleted, to tell who asks for one. */
export class OwnedRows<Row extends Owned> extends Keyed<Row> {
  readonly #errcodes: { readonly unknown: number; readonly deleted: number }

  constructor(idOf: (row: Row) => string, errcodes: { readonly unknown: number; readonly deleted: number }) {
    super(idOf)
    this.#errcodes = errcodes
  }

  /** Those that were deleted among them. */
  all(): Row[] {
    return this.save()
  }

  /** Those that were not deleted. */
  override list(): Row[] {
    return this.save().filter(({ deleted }) => !deleted)
  }

  /** @throws {Refusal} `unknown`: there never was such a row. `deleted`: it was deleted. */
  get(id: string): Row {
    const row = this.find(id)
    if (!row) throw new Refusal(this.#errcodes.unknown)
    if (row.deleted) throw new Refusal(this.#errcodes.deleted)
    return row
  }

  /** @throws {Refusal} as `get`. 60011: another app's row. */
  delete(app: App, id: string): void {
    this.own(app, id).deleted = true
  }

  /** @throws {Refusal} as `delete`. */
  protected own(app: App, id: string): Row {
    const row = this.get(id)
    if (row.app !== app.name) throw new Refusal(60011)
    return row
  }
}
