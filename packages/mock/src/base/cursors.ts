import { Refusal } from './Refusal.ts'
import type { Clock } from './clock.ts'
import { base64Alphabet, type Random } from './random.ts'

/** Documented for one list only; assumed for all others. */
const lifetime = 4 * 3_600_000

interface Cursor {
  /** Undefined: it fits any list. */
  readonly scope: string | undefined
  /** The list at the time of its first page, so that a walk neither skips nor repeats items. */
  readonly items: readonly unknown[]
  readonly offset: number
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

interface PageRequest<Item> {
  /** The scope of the cursor: endpoint, app, and everything else that must not change between pages. */
  readonly scope: readonly (string | number)[]
  /** As the caller sent it. Empty: the first page. */
  readonly cursor: string | undefined
  readonly limit: number
  /** Makes the list, for the first page. */
  readonly list: () => readonly Item[]
  /** The errcode for a cursor that is unknown, expired or another app's. Default 50100. */
  readonly invalidCursor?: number | undefined
}

export interface CursorPage<Item> {
  readonly items: Item[]
  /** Undefined on the last page. */
  readonly next_cursor: string | undefined
}

/** Long lists, page by page. */
export class Cursors {
  readonly #clock: Clock
  readonly #random: Random
  readonly #largestPage: number
  readonly #cursors = new Map<string, Cursor>()

  /** @param largestPage - caps every page, so that few items already make several. */
  constructor(clock: Clock, random: Random, largestPage: number) {
    this.#clock = clock
    this.#random = random
    this.#largestPage = largestPage
  }

  /**
   * One page of a list.
   *
   * @throws {Refusal} `invalidCursor`
   */
  page<Item>({ scope, cursor, limit, list, invalidCursor = 50100 }: PageRequest<Item>): CursorPage<Item> {
    const key = JSON.stringify(scope)
    const at = cursor ? this.#resume(cursor, key, invalidCursor) : { items: list(), offset: 0 }
    const end = at.offset + Math.min(limit, this.#largestPage)
    const items = at.items.slice(at.offset, end) as Item[]
    return { items, next_cursor: end < at.items.length ? this.#issue(key, at.items, end) : undefined }
  }

  /** A cursor at the end of any list. */
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

/** The size of a page: the requested limit, or the usual one if the limit is missing or too large. */
export function pageLimit(asked: number | undefined, { usual, max }: { usual: number; max: number }): number {
  return asked === undefined || asked > max ? usual : asked
}
