import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Bundler } from './bundlers/Bundler.ts'
import type { Entry } from './Entry.ts'
import { findLeaks } from './findLeaks.ts'

export interface EntryReport {
  /** Size of the minified bundle in bytes. */
  readonly min: number
  readonly gzip: number
  readonly problems: readonly string[]
}

export interface CheckOptions {
  readonly bundler: Bundler
  /** Folder in which `checkEntry` writes the program to bundle. The folder's `node_modules` contains the packages. */
  readonly folder: string
  /** The API paths, such as `/cgi-bin/externalcontact/get`, of all functions of all packages. */
  readonly allPaths: readonly string[]
}

/** Bundles a program, measures its size, and searches it for code that must not be in it. */
export async function checkEntry(
  { source, platform = 'browser', baseline, limit, paths, absent = [] }: Entry,
  { bundler, folder, allPaths }: CheckOptions,
): Promise<EntryReport> {
  const file = join(folder, 'entry.js')
  const weigh = async (text: string): Promise<{ code: string; min: number; gzip: number }> => {
    await writeFile(file, text)
    const code = await bundler(file, platform)
    return { code, min: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length }
  }
  const whole = await weigh(source)
  const part = baseline === undefined ? { min: 0, gzip: 0 } : await weigh(baseline)
  const min = whole.min - part.min
  const gzip = whole.gzip - part.gzip
  const excess = 'min' in limit ? min - limit.min : gzip - limit.gzip
  const tooLarge = excess > 0 ? [`${excess} bytes over the limit`] : []
  const present = absent.filter((word) => whole.code.includes(word)).map((word) => `${word} is in the bundle`)
  return { min, gzip, problems: [...tooLarge, ...findLeaks(whole.code, paths, allPaths), ...present] }
}
