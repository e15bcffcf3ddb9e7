/** JSON in UTF-8 of items that are likely to be sent again as they are, each with the comma that parts it from the one before. */
const texts = new WeakMap<object, Uint8Array<ArrayBuffer>>()
const encoder = new TextEncoder()

/** Rows, of a few hundred bytes each. */
const most = 20_000

/**
 * Items of long lists, as they look on the wire. Writing a hundred of them takes longer than all the rest of a call, and
 * nearly all are the same as the last time: until `drop` says that its row has changed, an item is kept with its text.
 */
export class WrittenItems {
  #items = new Map<object, { readonly beside: object; readonly item: object }>()

  /**
   * The item that shows a row.
   *
   * @param beside - another row that it shows.
   * @param make - makes it from the two, and from nothing else that changes.
   */
  of<Item extends object>(row: object, beside: object, make: () => Item): Item {
    const known = this.#items.get(row)
    if (known?.beside === beside) return known.item as Item
    const item = make()
    texts.set(item, encoder.encode(`,${JSON.stringify(item)}`))
    // All at once: which of them will be asked for again is anybody's guess.
    if (this.#items.size === most) this.#items.clear()
    this.#items.set(row, { beside, item })
    return item
  }

  drop(row: object): void {
    this.#items.delete(row)
  }

  clear(): void {
    this.#items.clear()
  }
}

/** The text that an item is kept with, a comma first. */
export function furtherItem(item: unknown): Uint8Array<ArrayBuffer> | undefined {
  return typeof item === 'object' && item !== null ? texts.get(item) : undefined
}
