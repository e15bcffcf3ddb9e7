import { insertKey } from './insertKey.ts'

interface PackageJson {
  readonly dependencies: Readonly<Record<string, string>>
}

/** Adds a domain package to the dependencies in the package.json of `@wecom/mock`. */
export function insertPackage(text: string, name: string, version: string): string {
  const { dependencies, ...rest } = JSON.parse(text) as PackageJson
  return JSON.stringify({ ...rest, dependencies: insertKey(dependencies, `@wecom/${name}`, `^${version}`) })
}
