import { readFile } from 'node:fs/promises'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import type { Check, PackedPackage } from '../Check.ts'

/** Checks with publint that bundlers and Node.js understand the package.json of a package. */
export async function checkPublint({ packageJson, tarball }: PackedPackage): Promise<Check> {
  const { buffer } = new Uint8Array(await readFile(tarball))
  const { messages } = await publint({ strict: true, pack: { tarball: buffer } })
  const source: Record<string, unknown> = { ...packageJson }
  return {
    name: 'publint, strict',
    problems: messages.map((message) => formatMessage(message, source, { color: false }) ?? message.code),
  }
}
