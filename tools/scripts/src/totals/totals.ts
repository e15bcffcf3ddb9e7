import { fileURLToPath } from 'node:url'
import { addUp } from './addUp.ts'

const { passed, failed, failures, problems } = addUp(fileURLToPath(new URL('../../../..', import.meta.url)))
// The output of a long run is often cut in the middle: the failures stand at its end, too.
for (const failure of failures) console.log(`FAILED ${failure}`)
for (const problem of problems) console.error(problem)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed + problems.length > 0 ? 1 : 0
