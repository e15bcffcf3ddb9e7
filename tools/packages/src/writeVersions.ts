import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listPackages } from './listPackages.ts'

// Packages that tell their version hold it in a file, so that they need not read their package.json at run time.
for (const { folder, packageJson } of await listPackages()) {
  const file = join(folder, 'src/version.ts')
  if (!existsSync(file)) continue
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/'.*'/, `'${packageJson.version}'`))
}
