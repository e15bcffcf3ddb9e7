import { drawFree } from './drawFree.ts'

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

  /** What a state holds: everything. */
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
