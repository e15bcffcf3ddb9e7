import { readBytes } from './bytes.ts'

export interface BytesWanted {
  readonly start: number
  readonly length: number
}

/** Reads a file step by step: asks for some bytes, is given them, and tells in the end what it found. */
export type Reading<Found> = Generator<BytesWanted, Found, DataView>

/** Lets a reading have what it wants of a file, and nothing else. */
export async function readFile<Found>(file: Blob, reading: Reading<Found>): Promise<Found> {
  let step = reading.next()
  while (!step.done) step = reading.next(await readBytes(file, step.value.start, step.value.length))
  return step.value
}

/** The same, of bytes that are at hand. */
export function readContent<Found>(content: Uint8Array, reading: Reading<Found>): Found {
  let step = reading.next()
  while (!step.done) {
    const { buffer, byteOffset, byteLength } = content.subarray(step.value.start, step.value.start + step.value.length)
    step = reading.next(new DataView(buffer, byteOffset, byteLength))
  }
  return step.value
}
