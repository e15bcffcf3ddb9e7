import { listFunctions } from './listFunctions.ts'
import type { WorkspacePackage } from './listPackages.ts'

/**
 * Returns the source of a program that imports every entry of the packages, and calls every function for a call of
 * WeCom's API.
 */
export async function writeConsumer(packages: readonly WorkspacePackage[]): Promise<string> {
  const lines = [
    "import { createClient, proxied } from '@wecom/core'",
    'const client = createClient({ token: proxied() })',
  ]
  for (const [index, { specifier }] of packages.flatMap(({ entries }) => entries).entries()) {
    lines.push(
      `import * as entry${index} from '${specifier}'`,
      `export const keys${index} = Object.keys(entry${index})`,
    )
  }
  for (const [index, { specifier, name }] of (await Promise.all(packages.map(listFunctions))).flat().entries()) {
    lines.push(
      `import { ${name} as call${index} } from '${specifier}'`,
      `export const result${index} = await call${index}(client, {} as Parameters<typeof call${index}>[1])`,
    )
  }
  return `${lines.join('\n')}\n`
}
