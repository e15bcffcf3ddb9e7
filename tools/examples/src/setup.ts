import { cp, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listPackages, pack, run } from '@wecom-tools/packages'
import type { TestProject } from 'vitest/node'
import { listProjects } from './listProjects.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with a copy of every example project, and one `node_modules` for all of them. */
    readonly folder: string
  }
}

/** Installs the example projects once, for all test files. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'wecom-examples-'))
  await installExamples(folder)
  provide('folder', folder)
  return () => rm(folder, { recursive: true })
}

/**
 * Copies the example projects out of the workspace, and installs the packed packages there. So the projects cannot use
 * files of the workspace by accident. `install/package-lock.json` sets the versions of all other packages. It does not
 * contain the packed packages, because they change with every build.
 */
async function installExamples(folder: string): Promise<void> {
  const examples = fileURLToPath(new URL('..', import.meta.url))
  await cp(join(examples, 'install'), folder, { recursive: true })
  for (const project of listProjects()) await cp(join(examples, project), join(folder, project), { recursive: true })

  const packed = await Promise.all((await listPackages()).map((each) => pack(each, folder)))
  const tarballs = packed.map(({ tarball }) => tarball)
  const { exitCode, output } = await run('npm', ['install', '--no-save', '--prefer-offline', ...tarballs], folder)
  if (exitCode !== 0) throw new Error(`npm install of the packed packages failed:\n${output}`)
}
