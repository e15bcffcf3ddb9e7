import { readBytes } from './bytes.ts'

export interface BytesWanted {
  readonly start: number
  readonly length: number
}

/**
 * A reader of a file, as a generator. It yields the range of bytes that it needs, receives these bytes, and returns its
 * result in the end.
 */
export type Reading<Found> = Generator<BytesWanted, Found, DataView>

/** Runs a reader on a file. Reads only the ranges that the reader yields. */
export async function readFile<Found>(file: Blob, reading: Reading<Found>): Promise<Found> {
  let step = reading.next()
  while (!step.done) step = reading.next(await readBytes(file, step.value.start, step.value.length))
  return step.value
}

/** Runs a reader on bytes in memory. */
export function readContent<Found>(content: Uint8Array, reading: Reading<Found>): Found {
  let step = reading.next()
  while (!step.done) {
    const { buffer, byteOffset, byteLength } = content.subarray(step.value.start, step.value.start + step.value.length)
    step = reading.next(new DataView(buffer, byteOffset, byteLength))
  }
  return step.value
}
