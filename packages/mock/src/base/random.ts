const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Characters in the ids of the API. */
const idAlphabet: string = `${letters}${digits}_-`
/** Characters of base64. Some of them must be percent-encoded in a query string. */
export const base64Alphabet: string = `${letters}${digits}+/`

/** Pseudorandom numbers and texts (algorithm mulberry32). The same seed gives the same sequence. */
export class Random {
  #state: number

  constructor(start: number) {
    this.#state = start
  }

  /** Position in the sequence. `restart` continues the sequence from it. */
  get position(): number {
    return this.#state
  }

  /** Continues from a seed, or from the `position` of another sequence. */
  restart(position: number): void {
    this.#state = position
  }

  /** Returns an integer from 0 to `below - 1`. */
  integer(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }

  text(length: number, alphabet: string = idAlphabet): string {
    return this.#extend([], length, alphabet)
  }

  /** Returns an id that begins with a prefix. This takes half the memory of joining prefix and text. */
  id(prefix: string, length: number): string {
    return this.#extend(Array.from(prefix, toCode), length, idAlphabet)
  }

  digits(length: number): string {
    return this.text(length, digits)
  }

  /** Adds random characters as character codes, because joining characters takes twice as long for two million ids. */
  #extend(codes: number[], length: number, alphabet: string): string {
    for (let at = 0; at < length; at++) codes.push(alphabet.charCodeAt(this.integer(alphabet.length)))
    return String.fromCharCode(...codes)
  }
}

function toCode(character: string): number {
  return character.charCodeAt(0)
}

/**
 * Draws until the id is free, because a loaded state may already contain the next id of the sequence.
 *
 * @example
 * const moment_id = drawFree(() => `mom${random.text(29)}`, (id) => moments.has(id))
 */
export function drawFree<Drawn>(draw: () => Drawn, isTaken: (drawn: Drawn) => boolean): Drawn {
  for (;;) {
    const drawn = draw()
    if (!isTaken(drawn)) return drawn
  }
}
