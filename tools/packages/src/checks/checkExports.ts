import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check, PackedPackage } from '../Check.ts'

/** Whether every file that package.json names is packed, and `dist` is what a build of `src` makes, no more and no less. */
export async function checkExports({ folder, packageJson, files }: PackedPackage): Promise<Check> {
  const targets = Object.values(packageJson.exports ?? {}).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  )
  const programs = Object.values(packageJson.bin ?? {}).map(withoutDot)
  const problems = [...targets.map(withoutDot), ...programs]
    .filter((target) => !files.includes(target))
    .map((target) => `${target} is named in package.json, but not packed`)

  for (const program of programs) {
    const text = await readFile(join(folder, program), 'utf8').catch(() => '')
    if (!text.startsWith('#!/usr/bin/env node\n')) problems.push(`${program} does not start with #!/usr/bin/env node`)
  }
  const expected = files.flatMap(builtFrom)
  const built = files.filter((file) => file.startsWith('dist/'))
  problems.push(
    ...expected.filter((file) => !built.includes(file)).map((file) => `${file} is not built`),
    ...built.filter((file) => !expected.includes(file)).map((file) => `${file} is left over: its source is gone`),
  )
  return { name: 'exports and files', problems }
}

function withoutDot(path: string): string {
  return path.replace(/^\.\//, '')
}

function builtFrom(file: string): string[] {
  const stem = /^src\/(.+)\.ts$/.exec(file)?.[1]
  return stem === undefined ? [] : ['.js', '.js.map', '.d.ts', '.d.ts.map'].map((ending) => `dist/${stem}${ending}`)
}
