import { readFile } from 'node:fs/promises'
import { UsageError } from './ProgramError.ts'

/**
 * Reads a text file in UTF-8.
 *
 * @param what - how error messages name the file: the option and the path, e.g. `--json: params.json`.
 * @throws {UsageError} the file cannot be read, or is not UTF-8.
 */
export async function readTextFile(path: string, what: string): Promise<string> {
  return decodeText(await readFile(path).catch(unreadable(what)), what)
}

/**
 * Decodes UTF-8, with or without a byte order mark.
 *
 * @param what - how error messages name the text: the option and the path, e.g. `--json: params.json`.
 * @throws {UsageError} the bytes are not UTF-8. Text in another encoding would be decoded wrongly.
 */
export function decodeText(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const found = isUtf16(bytes) ? 'is UTF-16' : 'is not UTF-8'
    throw new UsageError(`${what} ${found}; save it as UTF-8`)
  }
}

export function unreadable(what: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new UsageError(`${what} cannot be read: ${code}`)
  }
}

// By its byte order mark, which Windows programs write.
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}
