import { Refusal } from './Refusal.ts'
import type { Clock } from './clock.ts'
import { base64Alphabet, type Random } from './random.ts'

/**
 * Time for which a cursor is valid, in milliseconds (four hours). WeCom documents this time for one list only. For all
 * other lists, this project assumes the same time.
 */
const lifetime = 4 * 3_600_000

interface Cursor {
  /** Id of the list that the cursor belongs to. Undefined for a cursor that is valid for every list. */
  readonly scope: string | undefined
  /**
   * Copy of all items of the list, made when the caller read the first page. Later pages come from this copy. So no
   * item is skipped or repeated if the list changes between two pages.
   */
  readonly items: readonly unknown[]
  readonly offset: number
  /** When the cursor expires, in milliseconds since 1970. */
  readonly expiresAt: number
}

interface PageRequest<Item> {
  /**
   * Values that identify a list: the endpoint, the app, and the parameters that select the items. All calls for pages
   * of the list must have the same values.
   */
  readonly scope: readonly (string | number)[]
  /** Cursor in the request. Empty or undefined if the request asks for the first page. */
  readonly cursor: string | undefined
  readonly limit: number
  /** Returns all items of the list. `Cursors` calls this function only for the first page. */
  readonly list: () => readonly Item[]
  /** The errcode for a cursor that is unknown, expired, or issued to another app. Default 50100. */
  readonly invalidCursor?: number | undefined
}

export interface CursorPage<Item> {
  readonly items: Item[]
  /** Cursor of the next page. Undefined on the last page. */
  readonly next_cursor: string | undefined
}

/** Splits long lists into pages. Issues the cursors of the pages, and checks cursors that callers send. */
export class Cursors {
  readonly #clock: Clock
  readonly #random: Random
  readonly #largestPage: number
  readonly #cursors = new Map<string, Cursor>()

  /**
   * Creates an empty set of cursors.
   *
   * @param largestPage - largest number of items on a page. With a small number, even a short list has several pages.
   */
  constructor(clock: Clock, random: Random, largestPage: number) {
    this.#clock = clock
    this.#random = random
    this.#largestPage = largestPage
  }

  /**
   * Returns one page of a list.
   *
   * @throws {Refusal} with the errcode `invalidCursor`: the cursor is not valid for this list.
   */
  page<Item>({ scope, cursor, limit, list, invalidCursor = 50100 }: PageRequest<Item>): CursorPage<Item> {
    const key = JSON.stringify(scope)
    const at = cursor ? this.#resume(cursor, key, invalidCursor) : { items: list(), offset: 0 }
    const end = at.offset + Math.min(limit, this.#largestPage)
    const items = at.items.slice(at.offset, end) as Item[]
    return { items, next_cursor: end < at.items.length ? this.#issue(key, at.items, end) : undefined }
  }

  /** Issues a cursor that is valid for every list. If a caller sends it, the page is empty. */
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

/**
 * Returns the size of a page. The size is the limit in the request (`asked`). If the request has no limit, or a limit
 * greater than `max`, the size is `usual`.
 */
export function pageLimit(asked: number | undefined, { usual, max }: { usual: number; max: number }): number {
  return asked === undefined || asked > max ? usual : asked
}
