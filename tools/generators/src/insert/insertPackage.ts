import { insertKey } from './insertKey.ts'

/** What is touched of the fake corp's package.json. */
interface PackageJson {
  readonly exports: Readonly<Record<string, unknown>>
  readonly dependencies: Readonly<Record<string, string>>
}

/** Adds a domain to the package.json of the fake corp: the dependency, and an entry point of its own. */
export function insertPackage(text: string, name: string, version: string): string {
  const { exports, dependencies, ...rest } = JSON.parse(text) as PackageJson
  const entryPoint = {
    '@wecom/source': `./src/${name}.ts`,
    types: `./dist/${name}.d.ts`,
    module: `./dist/${name}.js`,
    node: `./dist/bundle/${name}.js`,
    default: `./dist/${name}.js`,
  }
  return JSON.stringify({
    ...rest,
    exports: insertKey(exports, `./${name}`, entryPoint),
    dependencies: insertKey(dependencies, `@wecom/${name}`, `^${version}`),
  })
}
