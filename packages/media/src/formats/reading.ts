import { readBytes } from './bytes.ts'

export interface BytesWanted {
  readonly start: number
  readonly length: number
}

/**
 * A generator that interprets a file without access to the file. The generator yields the position and length of the
 * bytes that it needs. The caller reads these bytes and passes them to `next`. At the end, the generator returns the
 * data that it found.
 */
export type Reading<Found> = Generator<BytesWanted, Found, DataView>

export async function readFile<Found>(file: Blob, reading: Reading<Found>): Promise<Found> {
  let step = reading.next()
  while (!step.done) step = reading.next(await readBytes(file, step.value.start, step.value.length))
  return step.value
}

export function readContent<Found>(content: Uint8Array, reading: Reading<Found>): Found {
  let step = reading.next()
  while (!step.done) {
    const { buffer, byteOffset, byteLength } = content.subarray(step.value.start, step.value.start + step.value.length)
    step = reading.next(new DataView(buffer, byteOffset, byteLength))
  }
  return step.value
}
