import type { Scaffold } from '../Scaffold.ts'
import { sampleOf } from '../shape/sampleOf.ts'
import type { Shape } from '../shape/Shape.ts'

/**
 * Returns the source of the test for one call. The test passes all parameters, and expects all fields of the result.
 * The catalogue lists these parameters and fields.
 */
export function testFile(scaffold: Scaffold): string {
  const { entry, token, params, result } = scaffold
  const { fn } = entry
  const hasParams = params.fields.length > 0
  const hasResult = result.fields.length > 0
  const names = [fn, ...(hasParams ? [`type ${params.name}`] : []), ...(hasResult ? [`type ${result.name}`] : [])]
  const answers = hasResult ? "[{ errcode: 0, errmsg: 'ok', ...result }]" : "[{ errcode: 0, errmsg: 'ok' }]"
  const config = takesOtherToken(scaffold) ? `, { token: staticToken('test-token', '${token}') }` : ''
  return `${config === '' ? '' : "import { staticToken } from '@wecom/core'\n"}import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { ${names.join(', ')} } from './${fn}.ts'

${hasParams ? sampleText('params', params) : ''}${hasResult ? sampleText('result', result) : ''}test('default', async () => {
  const { client, sent } = createTestClient(${answers}${config})

  expect(await ${fn}(client${hasParams ? ', params' : ''})).toEqual(${hasResult ? 'result' : '{}'})
  expect(sent).toEqual([${sentText(scaffold)}])
})
`
}

/**
 * Returns whether the call needs the token of a suite or of a service provider. If so, the test must give such a token
 * to the test client, which otherwise sends the token of a corp.
 */
function takesOtherToken({ token }: Scaffold): boolean {
  return token === 'suite' || token === 'provider'
}

function sampleText(variable: string, shape: Shape): string {
  return `const ${variable}: ${shape.name} = ${JSON.stringify(sampleOf(shape))}\n\n`
}

/** Returns the request that the test expects. Numbers in the query string are expected as texts, e.g. `'1'`. */
function sentText(scaffold: Scaffold): string {
  const { entry, token, params, inQuery } = scaffold
  const inBody = params.fields.filter(({ name }) => !inQuery.includes(name))
  const query = Object.fromEntries([
    ...(takesOtherToken(scaffold) ? [[`${token}_access_token`, 'test-token']] : []),
    ...params.fields.filter((field) => !inBody.includes(field)).map(({ name, sample }) => [name, String(sample)]),
  ])
  const body = inQuery.length === 0 && inBody.length > 0 ? 'params' : JSON.stringify(sampleOf({ fields: inBody }))
  return `{
    method: '${entry.method}',
    path: '${entry.path}',
    query: ${JSON.stringify(query)},
    token: ${token === 'corp' ? "'test-token'" : 'undefined'},
    ${entry.method === 'GET' ? '' : `body: ${body},`}
  }`
}
