import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { formatTable } from '../formatTable.ts'
import { listFunctions } from '../listFunctions.ts'
import { listPackages, workspaceRoot } from '../listPackages.ts'
import { withTemporaryFolder } from '../withTemporaryFolder.ts'
import type { Bundler } from './bundlers/Bundler.ts'
import { esbuildBundler } from './bundlers/esbuild.ts'
import { rolldownBundler } from './bundlers/rolldown.ts'
import { rollupBundler } from './bundlers/rollup.ts'
import { webpackBundler } from './bundlers/webpack.ts'
import { checkEntry } from './checkEntry.ts'
import type { Entry } from './Entry.ts'
import { entryWithOtherFunction, functionEntry, programEntries, unusedEntry } from './entries.ts'
import { exceptions } from './limits.ts'
import { sharedByPackage } from './sharedByPackage.ts'

const quickBundlers: Readonly<Record<string, Bundler>> = { esbuild: esbuildBundler, rolldown: rolldownBundler }
const allBundlers = { ...quickBundlers, rollup: rollupBundler, webpack: webpackBundler }

const packages = await listPackages()
const functions = await Promise.all(packages.map(listFunctions))
const allPaths = functions.flat().map(({ path }) => path)

const rows = [['bundle', 'bundler', 'min', 'gzip', 'limit', '']]
await withTemporaryFolder(async (folder) => {
  await symlink(join(workspaceRoot, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const check = async (entry: Entry, bundlers: Readonly<Record<string, Bundler>>): Promise<void> => {
    for (const [name, bundler] of Object.entries(bundlers)) {
      const { min, gzip, problems } = await checkEntry(entry, { bundler, folder, allPaths })
      const limit = 'min' in entry.limit ? `${entry.limit.min} min` : `${entry.limit.gzip} gzip`
      rows.push([entry.name, name, `${min}`, `${gzip}`, limit, problems.join('; ')])
      if (problems.length > 0) process.exitCode = 1
    }
  }
  for (const entry of programEntries) await check(entry, allBundlers)
  for (const workspacePackage of packages) await check(unusedEntry(workspacePackage), allBundlers)
  for (const [index, workspacePackage] of packages.entries()) {
    const shared = await sharedByPackage(workspacePackage)
    const added = (functions[index] ?? []).filter(({ name }) => name !== 'getContact')
    for (const [position, apiFunction] of added.entries()) {
      // The layout of a package decides whether a bundler drops the rest of it, so one function is enough.
      await check(functionEntry(apiFunction, shared), position === 0 ? allBundlers : quickBundlers)
      const exception = exceptions[apiFunction.name]
      if (!exception) continue
      const other = added.find(({ name }) => name === exception.otherFunction)
      if (!other) throw new Error(`${exception.otherFunction} is not in the package of ${apiFunction.name}`)
      await check(entryWithOtherFunction(apiFunction, other, shared), quickBundlers)
    }
  }
})
console.log(
  'Bytes of a browser bundle with getContact, minified and after gzip -9; "…" is added to client + staticToken and what its package shares.\n',
)
console.log(formatTable(rows))
