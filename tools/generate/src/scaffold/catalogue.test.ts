import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'
import { afterAll, expect, test } from 'vitest'
import { hasFile } from './checkCall.ts'
import { insertExports } from './insert/insertExports.ts'
import { sourceFile } from './render/sourceFile.ts'
import { testFile } from './render/testFile.ts'
import { toScaffold } from './toScaffold.ts'

const workspace = fileURLToPath(new URL('../../../../', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'wecom-catalogue-'))

afterAll(() => rmSync(scratch, { recursive: true }))

test('every call of the catalogue without files becomes code that compiles', { timeout: 30_000 }, async () => {
  symlinkSync(join(workspace, 'node_modules'), join(scratch, 'node_modules'))
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module" }')
  for (const name of listCatalogues()) await writePackage(name)
  const config = {
    extends: join(workspace, 'tsconfig.base.json'),
    compilerOptions: { noEmit: true },
    include: ['*/*.ts'],
  }
  writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify(config))

  const { stdout, status } = spawnSync(join(workspace, 'node_modules/.bin/tsc'), { cwd: scratch, encoding: 'utf8' })
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

async function writePackage(name: string): Promise<void> {
  const scaffolds = loadCatalogue(name)
    .endpoints.filter((call) => !hasFile(call))
    .map((call) => toScaffold(name, call))
  mkdirSync(join(scratch, name))
  for (const scaffold of scaffolds) {
    writeFileSync(join(scratch, name, `${scaffold.entry.fn}.ts`), await sourceFile(scaffold))
    writeFileSync(join(scratch, name, `${scaffold.entry.fn}.test.ts`), testFile(scaffold))
  }
  writeFileSync(join(scratch, name, 'index.ts'), scaffolds.reduce(insertExports, ''))
}
