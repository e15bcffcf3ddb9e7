import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { installProgram } from './installProgram.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder in which the packages are installed. */
    readonly folder: string
  }
}

/**
 * Installs the packages of this workspace in a temporary folder, once for all test files. Returns a function that
 * deletes the folder.
 */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'wecom-runtimes-'))
  await installProgram(folder)
  provide('folder', folder)
  return () => rm(folder, { recursive: true })
}
