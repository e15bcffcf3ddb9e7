import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check, PackedPackage } from '../Check.ts'
import type { ImportTargets } from '../listPackages.ts'

/**
 * Checks that the tarball contains every file that package.json names. Also checks that `dist` contains exactly the
 * files of a build of `src`. This second check ignores `dist/bundle`, because a bundler chooses the names of the files
 * in that folder.
 */
export async function checkExports({ folder, packageJson, files }: PackedPackage): Promise<Check> {
  const entries = Object.entries(packageJson.exports ?? {})
  const targets = entries.flatMap(([, target]) => (typeof target === 'string' ? [target] : Object.values(target)))
  const programs = Object.values(packageJson.bin ?? {}).map(withoutDot)
  const problems = [...[...targets, ...filesOf(packageJson.imports ?? {})].map(withoutDot), ...programs]
    .filter((target) => !files.includes(target))
    .map((target) => `${target} is named in package.json, but not packed`)

  for (const [entry, target] of entries) {
    if (typeof target === 'string') continue
    const expected = conditionsOf(target['@wecom/source'] ?? '')
    if (JSON.stringify(target) !== JSON.stringify(expected)) {
      problems.push(`the entry ${entry} is not ${JSON.stringify(expected)}`)
    }
  }

  for (const program of programs) {
    const text = await readFile(join(folder, program), 'utf8').catch(() => '')
    if (!text.startsWith('#!/usr/bin/env node\n')) problems.push(`${program} does not start with #!/usr/bin/env node`)
  }
  const expected = files.flatMap(builtFrom)
  const built = files.filter((file) => /^dist\/(?!bundle\/)/.test(file))
  problems.push(
    ...expected.filter((file) => !built.includes(file)).map((file) => `${file} is not built`),
    ...built.filter((file) => !expected.includes(file)).map((file) => `${file} is left over: its source is gone`),
  )
  return { name: 'exports and files', problems }
}

/**
 * Returns the conditions that an entry of `exports` in package.json must have. Their order must also be the same,
 * because a runtime or a bundler uses the first condition that it knows:
 * - Bundlers use `module`. Its files each come from one source file, so that a bundler can remove unused code.
 * - Node.js, Deno and Bun use `node`. Its files each contain the code of many source files.
 *
 * @param source - path of the source file of the entry, such as `./src/index.ts`.
 */
function conditionsOf(source: string): Readonly<Record<string, string>> {
  const stem = source.replace(/^\.\/src\/(.+)\.ts$/, '$1')
  return {
    '@wecom/source': source,
    types: `./dist/${stem}.d.ts`,
    module: `./dist/${stem}.js`,
    node: `./dist/bundle/${stem}.js`,
    default: `./dist/${stem}.js`,
  }
}

function filesOf(targets: ImportTargets): string[] {
  return Object.values(targets).flatMap((target) => (typeof target === 'string' ? [target] : filesOf(target)))
}

function withoutDot(path: string): string {
  return path.replace(/^\.\//, '')
}

function builtFrom(file: string): string[] {
  const stem = /^src\/(.+)\.ts$/.exec(file)?.[1]
  return stem === undefined ? [] : ['.js', '.js.map', '.d.ts', '.d.ts.map'].map((ending) => `dist/${stem}${ending}`)
}
