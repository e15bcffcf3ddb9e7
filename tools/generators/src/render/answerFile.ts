import type { Scaffold } from '../Scaffold.ts'

/** The fake corp's answer to a call: a refusal, until somebody writes it. */
export function answerFile({ packageName, entry: { fn } }: Scaffold): string {
  return `import { ${fn}Endpoint } from '@wecom/${packageName}'
import { notServed } from '../serve/notServed.ts'
import type { Served } from '../serve/serve.ts'

export const ${fn}Served: Served = notServed(${fn}Endpoint, 'its answer has yet to be written')
`
}
