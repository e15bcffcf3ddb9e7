const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const idAlphabet: string = `${letters}${digits}_-`
// In a query string, `+` and `/` must be percent-encoded.
export const base64Alphabet: string = `${letters}${digits}+/`

/** Generator of pseudorandom numbers and texts (algorithm mulberry32). The same seed gives the same sequence. */
export class Random {
  #state: number

  constructor(start: number) {
    this.#state = start
  }

  /**
   * Position in the sequence of random numbers. After `restart(position)`, a generator continues from this position.
   */
  get position(): number {
    return this.#state
  }

  restart(position: number): void {
    this.#state = position
  }

  integer(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }

  text(length: number, alphabet: string = idAlphabet): string {
    return this.#extend([], length, alphabet)
  }

  id(prefix: string, length: number): string {
    // One text for the prefix and the characters, because joining two texts would need twice the memory.
    return this.#extend(Array.from(prefix, toCode), length, idAlphabet)
  }

  digits(length: number): string {
    return this.text(length, digits)
  }

  #extend(codes: number[], length: number, alphabet: string): string {
    // Character codes, because joining single characters takes twice as long.
    for (let at = 0; at < length; at++) codes.push(alphabet.charCodeAt(this.integer(alphabet.length)))
    return String.fromCharCode(...codes)
  }
}

function toCode(character: string): number {
  return character.charCodeAt(0)
}

export function drawFree<Drawn>(draw: () => Drawn, isTaken: (drawn: Drawn) => boolean): Drawn {
  // A loaded state may already contain the next id of the random sequence.
  for (;;) {
    const drawn = draw()
    if (!isTaken(drawn)) return drawn
  }
}
