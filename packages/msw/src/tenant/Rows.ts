/** Rows of one kind that have no ids, oldest first. */
export class Rows<Row extends object> {
  protected rows: Row[] = []

  load(rows: readonly Row[]): void {
    this.rows = [...rows]
  }

  /** What a state holds: everything. */
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
