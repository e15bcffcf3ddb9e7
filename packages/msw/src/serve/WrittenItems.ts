import { joinParts } from './Body.ts'

const encoder = new TextEncoder()
/** JSON in UTF-8 of items that are likely to be sent again as they are, each with the comma that parts it from the one before. */
const texts = new WeakMap<object, Uint8Array<ArrayBuffer>>()

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
    texts.set(item, writeItem(item))
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

/** A list that starts with such an item; it may go on with others. */
export type WrittenList = readonly [object, ...object[]]

export function isWritten(list: unknown): list is WrittenList {
  return Array.isArray(list) && texts.has(list[0] as object)
}

/** By its first item, the list that was last written. */
const lists = new WeakMap<object, { readonly list: WrittenList; readonly text: Uint8Array<ArrayBuffer> }>()

/**
 * The JSON of a list. Who asks for the same page again is sent the same bytes: finding room for thirty thousand of them
 * takes longer than all the rest of a call.
 */
export function writeList(list: WrittenList): Uint8Array<ArrayBuffer> {
  const known = lists.get(list[0])
  if (known && isSame(known.list, list)) return known.text
  const text = joinParts([...list.map((item) => texts.get(item) ?? writeItem(item)), ']'])
  text.set(opening)
  lists.set(list[0], { list, text })
  return text
}

/** Takes the place of the first item's comma. */
const opening = encoder.encode('[')

function writeItem(item: object): Uint8Array<ArrayBuffer> {
  return encoder.encode(`,${JSON.stringify(item)}`)
}

function isSame(one: WrittenList, other: WrittenList): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
