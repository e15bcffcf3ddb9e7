import { Refusal } from './Refusal.ts'
import type { Clock } from './clock.ts'
import { base64Alphabet, type Random } from './random.ts'

// In milliseconds: four hours. WeCom documents this time for one list only. This project assumes the same time for all
// other lists.
const lifetime = 4 * 3_600_000

interface Cursor {
  /** Key of the list that the cursor belongs to. Undefined if the cursor is valid for every list. */
  readonly scope: string | undefined
  /**
   * Copy of the whole list, made for the first page. Later pages come from this copy, so no item is skipped or repeated
   * if the list changes between two pages.
   */
  readonly items: readonly unknown[]
  readonly offset: number
  readonly expiresAt: number
}

interface PageRequest<Item> {
  /**
   * Identifies the list: endpoint, app, and the parameters that select the items. A cursor is valid only for the same
   * endpoint, app and parameters.
   */
  readonly scope: readonly (string | number)[]
  readonly cursor: string | undefined
  readonly limit: number
  readonly list: () => readonly Item[]
  readonly invalidCursor?: number | undefined
}

export interface CursorPage<Item> {
  readonly items: Item[]
  readonly next_cursor: string | undefined
}

/** Splits lists into pages, and issues and checks the cursors of the pages. */
export class Cursors {
  readonly #clock: Clock
  readonly #random: Random
  readonly #largestPage: number
  readonly #cursors = new Map<string, Cursor>()

  constructor(clock: Clock, random: Random, largestPage: number) {
    this.#clock = clock
    this.#random = random
    this.#largestPage = largestPage
  }

  page<Item>({ scope, cursor, limit, list, invalidCursor = 50100 }: PageRequest<Item>): CursorPage<Item> {
    const key = JSON.stringify(scope)
    const at = cursor ? this.#resume(cursor, key, invalidCursor) : { items: list(), offset: 0 }
    const end = at.offset + Math.min(limit, this.#largestPage)
    const items = at.items.slice(at.offset, end) as Item[]
    return { items, next_cursor: end < at.items.length ? this.#issue(key, at.items, end) : undefined }
  }

  /** Issues a cursor that is valid for every list and leads to an empty page. */
  issueEmpty(): string {
    return this.#issue(undefined, [], 0)
  }

  clear(): void {
    this.#cursors.clear()
  }

  #resume(text: string, scope: string, invalidCursor: number): Cursor {
    const cursor = this.#cursors.get(text)
    if (!cursor || cursor.expiresAt <= this.#clock.now()) throw new Refusal(invalidCursor)
    if (cursor.scope !== undefined && cursor.scope !== scope) throw new Refusal(invalidCursor)
    return cursor
  }

  #issue(scope: string | undefined, items: readonly unknown[], offset: number): string {
    for (const [text, { expiresAt }] of this.#cursors) {
      if (expiresAt > this.#clock.now()) break
      this.#cursors.delete(text)
    }
    const text = `${this.#random.text(43, base64Alphabet)}=`
    this.#cursors.set(text, { scope, items, offset, expiresAt: this.#clock.now() + lifetime })
    return text
  }
}

export function pageLimit(requested: number | undefined, { usual, max }: { usual: number; max: number }): number {
  return requested === undefined || requested > max ? usual : requested
}
