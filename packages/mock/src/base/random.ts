const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const idAlphabet: string = `${letters}${digits}_-`
/** Callers must percent-encode `+` and `/` in a query string. */
export const base64Alphabet: string = `${letters}${digits}+/`

/** Generator of pseudorandom numbers and texts (algorithm mulberry32). The same seed gives the same sequence. */
export class Random {
  #state: number

  constructor(start: number) {
    this.#state = start
  }

  /** Position in the sequence of random numbers. A generator continues from there after `restart(position)`. */
  get position(): number {
    return this.#state
  }

  /** `position` is a seed, or the `position` of another generator. */
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

  /**
   * Returns a random id. `length` does not include the prefix. The id is built as one text, because joining two texts
   * would need twice the memory.
   */
  id(prefix: string, length: number): string {
    return this.#extend(Array.from(prefix, toCode), length, idAlphabet)
  }

  digits(length: number): string {
    return this.text(length, digits)
  }

  /** Works on character codes, because joining single characters takes twice as long. */
  #extend(codes: number[], length: number, alphabet: string): string {
    for (let at = 0; at < length; at++) codes.push(alphabet.charCodeAt(this.integer(alphabet.length)))
    return String.fromCharCode(...codes)
  }
}

function toCode(character: string): number {
  return character.charCodeAt(0)
}

/** Draws ids until one is not taken. A loaded state may already contain the next id of the random sequence. */
export function drawFree<Drawn>(draw: () => Drawn, isTaken: (drawn: Drawn) => boolean): Drawn {
  for (;;) {
    const drawn = draw()
    if (!isTaken(drawn)) return drawn
  }
}
