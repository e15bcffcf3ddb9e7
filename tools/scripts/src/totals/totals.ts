import { fileURLToPath } from 'node:url'
import { addUp } from './addUp.ts'

const { passed, failed, problems } = addUp(fileURLToPath(new URL('../../../..', import.meta.url)))
for (const problem of problems) console.error(problem)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed + problems.length > 0 ? 1 : 0
