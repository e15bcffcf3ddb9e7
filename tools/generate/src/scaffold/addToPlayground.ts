import type { Tree } from '@nx/devkit'
import { changeFile } from './files.ts'
import { insertEndpoints } from './insert/insertEndpoints.ts'
import { insertKey } from './insert/insertKey.ts'

const playground = 'tools/playground'

export async function addToPlayground(tree: Tree, packageName: string): Promise<void> {
  await changeFile(tree, `${playground}/src/endpoints/endpoints.ts`, (text) => insertEndpoints(text, packageName))
  await changeFile(tree, `${playground}/package.json`, (text) => insertDependency(text, packageName))
}

function insertDependency(text: string, packageName: string): string {
  const packageJson = JSON.parse(text) as { readonly dependencies: Readonly<Record<string, string>> }
  return JSON.stringify({
    ...packageJson,
    dependencies: insertKey(packageJson.dependencies, `@wecom/${packageName}`, '*'),
  })
}
