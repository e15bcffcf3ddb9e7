import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBlocks, readPage } from '@wecom-tools/docs'
import { listPackages, pack, run } from '@wecom-tools/packages'

/** The READMEs that contain example servers. The tests start these servers. */
export const readmes = { proxy: 'packages/proxy/README.md', callback: 'packages/callback/README.md' } as const

/**
 * Installs the packed packages in a folder with npm, as a user does. Also writes these files into the folder:
 * - the folders `program` and `serve` of this tool.
 * - the code examples of each README in `readmes`, in a folder for each README.
 * - in `serve`, two example servers from the README of `@wecom/proxy`: `server.ts` and `fetch.ts`.
 */
export async function installProgram(folder: string): Promise<void> {
  const used = await readUsedPackages()
  const packages = (await listPackages()).filter(({ packageJson }) => used.includes(packageJson.name))
  const packed = await Promise.all(packages.map((each) => pack(each, folder)))
  await writeFile(join(folder, 'package.json'), '{ "name": "program", "private": true, "type": "module" }\n')
  const tarballs = packed.map(({ tarball }) => tarball)
  const { exitCode, output } = await run(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs],
    folder,
  )
  if (exitCode !== 0) throw new Error(`npm install of the packed packages failed:\n${output}`)
  for (const part of ['program', 'serve']) {
    await cp(fileURLToPath(new URL(`../${part}`, import.meta.url)), join(folder, part), { recursive: true })
  }
  for (const [name, page] of Object.entries(readmes)) await writeFilesOf(page, join(folder, name))
  for (const server of ['server.ts', 'fetch.ts']) await cp(join(folder, 'proxy', server), join(folder, 'serve', server))
}

/** Writes the code blocks of a README as files into a folder. Skips code blocks that have no file name. */
async function writeFilesOf(page: string, folder: string): Promise<void> {
  for (const { file, code } of readBlocks(page, readPage(page))) {
    if (file === '') continue
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, code)
  }
}

/** Returns the packages that the program imports, which are the dependencies of this tool. */
async function readUsedPackages(): Promise<readonly string[]> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  const { dependencies } = JSON.parse(text) as { dependencies: Readonly<Record<string, string>> }
  return Object.keys(dependencies).filter((name) => name.startsWith('@wecom/'))
}
