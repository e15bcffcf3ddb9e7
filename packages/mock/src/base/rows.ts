import { Refusal } from './Refusal.ts'
import { drawFree } from './random.ts'

/** Rows of one kind, each with an id of its own, in the order in which they came. */
export class Keyed<Row extends object, Id = string> {
  readonly #idOf: (row: Row) => Id
  readonly #rows = new Map<Id, Row>()

  constructor(idOf: (row: Row) => Id) {
    this.#idOf = idOf
  }

  /** Puts other rows in the place of all that are there. */
  load(rows: readonly Row[]): void {
    this.#rows.clear()
    for (const row of rows) this.put(row)
  }

  /** All rows, for a state. */
  save(): Row[] {
    return [...this.#rows.values()]
  }

  list(): Row[] {
    return this.save()
  }

  find(id: Id): Row | undefined {
    return this.#rows.get(id)
  }

  count(): number {
    return this.#rows.size
  }

  /** Adds a row, or puts it in the place of the one with its id. */
  protected put(row: Row): void {
    this.#rows.set(this.#idOf(row), row)
  }

  /** @returns whether it was there. */
  protected drop(id: Id): boolean {
    return this.#rows.delete(id)
  }

  protected freeId(draw: () => Id): Id {
    return drawFree(draw, (id) => this.#rows.has(id))
  }
}

/** Rows of one kind that have no ids, oldest first. */
export class Rows<Row extends object> {
  protected rows: Row[] = []

  load(rows: readonly Row[]): void {
    this.rows = [...rows]
  }

  /** All rows, for a state. */
  save(): Row[] {
    return [...this.rows]
  }

  list(): readonly Row[] {
    return this.rows
  }

  add(row: Row): void {
    this.rows.push(row)
  }
}

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
  delete(app: { readonly name: string }, id: string): void {
    this.own(app, id).deleted = true
  }

  /** @throws {Refusal} as `delete`. */
  protected own(app: { readonly name: string }, id: string): Row {
    const row = this.get(id)
    if (row.app !== app.name) throw new Refusal(60011)
    return row
  }
}
