const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Characters from which the ids of the API are made. */
const idAlphabet: string = `${letters}${digits}_-`
/** Characters of the base64 encoding. Callers must percent-encode `+` and `/` in a query string. */
export const base64Alphabet: string = `${letters}${digits}+/`

/** Generator of pseudorandom numbers and texts (algorithm mulberry32). The same seed gives the same sequence. */
export class Random {
  #state: number

  constructor(start: number) {
    this.#state = start
  }

  /**
   * Current position in the sequence of random numbers. `restart(position)` continues the sequence from this position.
   */
  get position(): number {
    return this.#state
  }

  /**
   * Continues the sequence of random numbers from a position. `position` is a seed, or the `position` of another
   * generator.
   */
  restart(position: number): void {
    this.#state = position
  }

  /** Returns a random integer from 0 to `below - 1`. */
  integer(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }

  text(length: number, alphabet: string = idAlphabet): string {
    return this.#extend([], length, alphabet)
  }

  /**
   * Returns a random id that begins with a prefix. `length` is the number of characters after the prefix. The id is
   * created as one text, because joining the prefix and a random text would need twice the memory.
   */
  id(prefix: string, length: number): string {
    return this.#extend(Array.from(prefix, toCode), length, idAlphabet)
  }

  digits(length: number): string {
    return this.text(length, digits)
  }

  /**
   * Adds random characters to a list of character codes and returns the text. It uses codes because joining single
   * characters takes twice as long.
   */
  #extend(codes: number[], length: number, alphabet: string): string {
    for (let at = 0; at < length; at++) codes.push(alphabet.charCodeAt(this.integer(alphabet.length)))
    return String.fromCharCode(...codes)
  }
}

function toCode(character: string): number {
  return character.charCodeAt(0)
}

/**
 * Draws ids until it gets an id that is not taken. This is necessary because a loaded state may already contain the
 * next id of the random sequence.
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
