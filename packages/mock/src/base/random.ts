const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Characters that the API's ids are made of. */
const idAlphabet: string = `${letters}${digits}_-`
/** Characters of base64: those that have to be encoded in a query string among them. */
export const base64Alphabet: string = `${letters}${digits}+/`

/** Numbers and texts that look random and are the same for the same start (mulberry32). */
export class Random {
  #state: number

  constructor(start: number) {
    this.#state = start
  }

  /** From which it goes on in the same way. */
  get position(): number {
    return this.#state
  }

  /** Goes to a start, or to the `position` of another one. */
  restart(position: number): void {
    this.#state = position
  }

  /** A whole number from 0 to `below - 1`. */
  integer(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }

  text(length: number, alphabet: string = idAlphabet): string {
    return this.#extend([], length, alphabet)
  }

  /** An id that begins with a prefix. Takes half the memory of a prefix that is put before a text. */
  id(prefix: string, length: number): string {
    return this.#extend(Array.from(prefix, toCode), length, idAlphabet)
  }

  digits(length: number): string {
    return this.text(length, digits)
  }

  /** Codes, not characters: a corp of a million customers has two million ids, and joining would take twice as long. */
  #extend(codes: number[], length: number, alphabet: string): string {
    for (let at = 0; at < length; at++) codes.push(alphabet.charCodeAt(this.integer(alphabet.length)))
    return String.fromCharCode(...codes)
  }
}

function toCode(character: string): number {
  return character.charCodeAt(0)
}

/**
 * Draws until nothing has what was drawn. A state brings ids along, and the next draw may make one of them again.
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
