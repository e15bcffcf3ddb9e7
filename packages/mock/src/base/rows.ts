import { Refusal } from './Refusal.ts'
import { drawFree } from './random.ts'

/** A table in memory. It stores rows of one kind by their id, in the order in which they were added. */
export class Keyed<Row extends object, Id = string> {
  readonly #idOf: (row: Row) => Id
  readonly #rows = new Map<Id, Row>()

  constructor(idOf: (row: Row) => Id) {
    this.#idOf = idOf
  }

  /** Replaces all rows of the table. */
  load(rows: readonly Row[]): void {
    this.#rows.clear()
    for (const row of rows) this.put(row)
  }

  /** Returns all rows of the table, so that the state of the fake corp can be saved. */
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

  /** Adds a row to the table, or replaces the row with the same id. */
  protected put(row: Row): void {
    this.#rows.set(this.#idOf(row), row)
  }

  /**
   * Removes a row from the table.
   *
   * @returns whether a row with this id existed.
   */
  protected drop(id: Id): boolean {
    return this.#rows.delete(id)
  }

  protected freeId(draw: () => Id): Id {
    return drawFree(draw, (id) => this.#rows.has(id))
  }
}

/** A list in memory of rows without ids, oldest first. */
export class Rows<Row extends object> {
  protected rows: Row[] = []

  load(rows: readonly Row[]): void {
    this.rows = [...rows]
  }

  /** Returns all rows of the list, so that the state of the fake corp can be saved. */
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

/**
 * A row that belongs to the app that created it. Every app can read the row. Only the app that created it can change
 * it.
 */
export interface Owned {
  /** Name of the app that created the row. */
  app: string
  deleted?: boolean | undefined
}

/**
 * A table of rows that belong to apps. A deleted row stays in the table and is marked as deleted. The reason: WeCom
 * returns one errcode for a deleted row, and another errcode for a row that never existed.
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

  /** Returns the rows of the table that are not deleted. */
  override list(): Row[] {
    return this.save().filter(({ deleted }) => !deleted)
  }

  /**
   * Returns the row with the given id. The constructor of the table sets the errcodes `unknown` and `deleted`.
   *
   * @throws {Refusal} with the errcode `unknown` if no row ever had this id, and with the errcode `deleted` if the row
   *   was deleted.
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
   * @throws {Refusal} the row is unknown or already deleted (see `get`). 60011: another app created the row.
   */
  delete(app: { readonly name: string }, id: string): void {
    this.own(app, id).deleted = true
  }

  /**
   * Returns a row that the app created.
   *
   * @throws {Refusal} the row is unknown or deleted (see `get`). 60011: another app created the row.
   */
  protected own(app: { readonly name: string }, id: string): Row {
    const row = this.get(id)
    if (row.app !== app.name) throw new Refusal(60011)
    return row
  }
}
