import type { Scaffold } from '../Scaffold.ts'

/**
 * The fake corp's answer to a call: a refusal, until somebody writes it. The fake corp knows the tokens of corps only,
 * so a call that takes another kind is open to all.
 */
export function answerFile({ packageName, entry: { fn }, token }: Scaffold): string {
  const serve = token === 'corp' ? 'serve' : 'serveOpen'
  return `import { ${fn}Endpoint } from '@wecom/${packageName}'
import { Refusal } from '../Refusal.ts'
import { type Served, ${serve} } from '../serve/serve.ts'

export const ${fn}Served: Served = ${serve}(${fn}Endpoint, () => {
  throw new Refusal(999_999, '${fn} is not served yet: write packages/msw/src/${packageName}/${fn}.ts')
})
`
}
