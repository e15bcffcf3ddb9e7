import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Check, PackedPackage } from '../Check.ts'
import { workspaceRoot } from '../listPackages.ts'

const strangeFiles =
  /(^|\/)(__\w+__|fixtures|coverage)\/|\.(test|test-d|bench)\.|\.(tsbuildinfo|tgz|pem|key)$|(^|\/)\.|report\.json$/
const machinePaths = /\/home\/[\w-]+\/|\/Users\/[\w-]+\/|\b[A-Z]:\\+Users\\|file:\/\/\//
const secrets =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bnpm_[A-Za-z0-9]{36}\b|\bgh[opsu]_[A-Za-z0-9]{36}\b|\bAKIA[0-9A-Z]{16}\b/

/** Checks that the tarball of a package contains no tests, fixtures, keys or hidden files. */
export async function checkContents({ folder, files }: Pick<PackedPackage, 'folder' | 'files'>): Promise<Check> {
  const problems: string[] = []
  for (const file of files) {
    if (strangeFiles.test(file)) problems.push(`${file} does not belong in it`)
    const text = await readFile(join(folder, file), 'utf8')
    const here = [workspaceRoot, `${homedir()}/`].find((path) => text.includes(path))
    const path = here ?? machinePaths.exec(text)?.[0]
    if (path !== undefined) problems.push(`${file} names a path of this machine: ${path}`)
    if (secrets.test(text)) problems.push(`${file} holds what looks like a secret`)
  }
  return { name: 'contents', problems }
}
