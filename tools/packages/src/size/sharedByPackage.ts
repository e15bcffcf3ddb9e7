import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { WorkspacePackage } from '../listPackages.ts'

/**
 * Returns the source of a program that contains only the code that the functions of a package share: the modules in the
 * folders `schemas`, the validators of valibot, and the code for paging.
 */
export async function sharedByPackage({ folder }: WorkspacePackage): Promise<string> {
  const dist = join(folder, 'dist')
  const files = globSync('**/*.js', { cwd: dist }).toSorted()
  const texts = await Promise.all(files.map((file) => readFile(join(dist, file), 'utf8')))
  const validators = new Set(texts.flatMap((text) => Array.from(text.matchAll(/\bv\.(\w+)\(/g), ([, name]) => name)))
  const schemas = files.filter((file) => file.split('/').includes('schemas'))
  return [
    `import * as v from 'valibot'`,
    `import { requestPaged } from '@wecom/core/define'`,
    `globalThis.shared = [requestPaged, ${[...validators].map((name) => `v.${name}`).join(', ')}]`,
    ...schemas.flatMap((file, index) => [
      `import * as schema${index} from '${pathToFileURL(join(dist, file)).pathname}'`,
      `globalThis.shared.push({ ...schema${index} })`,
    ]),
  ].join('\n')
}
