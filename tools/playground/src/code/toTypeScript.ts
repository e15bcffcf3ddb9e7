import type { AnyEndpoint } from '@wecom/core'
import { describeSchema } from '../form/describeSchema.ts'
import { toLiteral } from './toLiteral.ts'

/**
 * Returns a TypeScript program that makes a call.
 *
 * @param packageName - the package that exports the function, e.g. `@wecom/contacts`.
 */
export function toTypeScript({ name, params: schema }: AnyEndpoint, packageName: string, params: object): string {
  const field = describeSchema(schema)
  const takesParams = field.kind !== 'group' || field.entries.length > 0
  const call = takesParams ? `${name}(client, ${toLiteral(params)})` : `${name}(client)`
  return `${importLines(name, packageName, params).join('\n')}

const client = createClient({
  token: corpToken({ corpId: process.env.WECOM_CORP_ID!, secret: process.env.WECOM_SECRET! }),
})

const result = await ${call}
console.log(result)
`
}

function importLines(name: string, packageName: string, params: object): string[] {
  const core = ['corpToken', 'createClient', ...(packageName === '@wecom/core' ? [name] : [])]
  return [
    ...(Object.values(params).some((value) => value instanceof File)
      ? ["import { readFile } from 'node:fs/promises'"]
      : []),
    ...(packageName === '@wecom/core' ? [] : [`import { ${name} } from '${packageName}'`]),
    `import { ${core.toSorted().join(', ')} } from '@wecom/core'`,
  ]
}
