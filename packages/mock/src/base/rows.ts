import { Refusal } from './Refusal.ts'
import { drawFree } from './random.ts'

/** A table in memory. Each row has an id. The rows are in the order in which they were added. */
export class Keyed<Row extends object, Id = string> {
  readonly #idOf: (row: Row) => Id
  readonly #rows = new Map<Id, Row>()

  constructor(idOf: (row: Row) => Id) {
    this.#idOf = idOf
  }

  load(rows: readonly Row[]): void {
    this.#rows.clear()
    for (const row of rows) this.put(row)
  }

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

  protected put(row: Row): void {
    this.#rows.set(this.#idOf(row), row)
  }

  protected drop(id: Id): boolean {
    return this.#rows.delete(id)
  }

  protected freeId(draw: () => Id): Id {
    return drawFree(draw, (id) => this.#rows.has(id))
  }
}

export class Rows<Row extends object> {
  protected rows: Row[] = []

  load(rows: readonly Row[]): void {
    this.rows = [...rows]
  }

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

/** A row that every app can read. Only the app that created it can change it. */
export interface Owned {
  app: string
  deleted?: boolean | undefined
}

/**
 * A table of rows that belong to apps. A deleted row stays in the table, because WeCom has different errcodes for
 * deleted rows and unknown rows.
 */
export class OwnedRows<Row extends Owned> extends Keyed<Row> {
  readonly #errcodes: { readonly unknown: number; readonly deleted: number }

  constructor(idOf: (row: Row) => string, errcodes: { readonly unknown: number; readonly deleted: number }) {
    super(idOf)
    this.#errcodes = errcodes
  }

  /** Returns all rows of the table, deleted rows included. */
  all(): Row[] {
    return this.save()
  }

  override list(): Row[] {
    return this.save().filter(({ deleted }) => !deleted)
  }

  get(id: string): Row {
    const row = this.find(id)
    if (!row) throw new Refusal(this.#errcodes.unknown)
    if (row.deleted) throw new Refusal(this.#errcodes.deleted)
    return row
  }

  delete(app: { readonly name: string }, id: string): void {
    this.own(app, id).deleted = true
  }

  protected own(app: { readonly name: string }, id: string): Row {
    const row = this.get(id)
    if (row.app !== app.name) throw new Refusal(60011)
    return row
  }
}
