import { Refusal } from './Refusal.ts'
import { drawFree } from './random.ts'

/** Rows of one kind by id, in the order of their insertion. */
export class Keyed<Row extends object, Id = string> {
  readonly #idOf: (row: Row) => Id
  readonly #rows = new Map<Id, Row>()

  constructor(idOf: (row: Row) => Id) {
    this.#idOf = idOf
  }

  /** Replaces all rows. */
  load(rows: readonly Row[]): void {
    this.#rows.clear()
    for (const row of rows) this.put(row)
  }

  /** Returns all rows, for a saved state. */
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

  /** Adds a row, or replaces the row with the same id. */
  protected put(row: Row): void {
    this.#rows.set(this.#idOf(row), row)
  }

  /**
   * Removes the row with an id.
   *
   * @returns whether the row existed.
   */
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

  /** Returns all rows, for a saved state. */
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

/** A row that every app can read, and that only the app that created it can change. */
export interface Owned {
  /** Name of the app that created it. */
  app: string
  deleted?: boolean | undefined
}

/** Rows that are marked as deleted instead of removed, because a read of a deleted row has an errcode of its own. */
export class OwnedRows<Row extends Owned> extends Keyed<Row> {
  readonly #errcodes: { readonly unknown: number; readonly deleted: number }

  constructor(idOf: (row: Row) => string, errcodes: { readonly unknown: number; readonly deleted: number }) {
    super(idOf)
    this.#errcodes = errcodes
  }

  /** Returns all rows, deleted ones included. */
  all(): Row[] {
    return this.save()
  }

  /** Returns the rows that are not deleted. */
  override list(): Row[] {
    return this.save().filter(({ deleted }) => !deleted)
  }

  /**
   * Returns the row with an id.
   *
   * @throws {Refusal} `unknown`: no row ever had this id. `deleted`: the row was deleted.
   */
  get(id: string): Row {
    const row = this.find(id)
    if (!row) throw new Refusal(this.#errcodes.unknown)
    if (row.deleted) throw new Refusal(this.#errcodes.deleted)
    return row
  }

  /**
   * Marks a row as deleted.
   *
   * @throws {Refusal} as `get`. 60011: another app created the row.
   */
  delete(app: { readonly name: string }, id: string): void {
    this.own(app, id).deleted = true
  }

  /**
   * Returns a row that the app created.
   *
   * @throws {Refusal} as `delete`.
   */
  protected own(app: { readonly name: string }, id: string): Row {
    const row = this.get(id)
    if (row.app !== app.name) throw new Refusal(60011)
    return row
  }
}
