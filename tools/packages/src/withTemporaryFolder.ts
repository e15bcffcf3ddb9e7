import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Creates a temporary folder outside the workspace, calls `body` with it, and removes it afterwards, also after an
 * error.
 */
export async function withTemporaryFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  // If the temporary folder is a link, bundlers and compilers see two names of one file.
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'wecom-'))
  try {
    return await body(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
