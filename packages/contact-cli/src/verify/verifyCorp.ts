import { type AnyEndpoint, type Client, type PagedEndpoint, isWeComError, paginate } from '@wecom/core'
import type { AnswerFacts } from '../facts/AnswerFacts.ts'
import { answers } from '../facts/answers.generated.ts'
import { version } from '../version.ts'
import { compareAnswers, countFields } from './compareAnswers.ts'
import { type Found, addAll, nothingFound } from './plan/Found.ts'
import { plan, unreachable } from './plan/plan.ts'
import type { Step } from './plan/Step.ts'
import { readOnly } from './readOnly.ts'
import { type CallReport, type Report, createReport } from './Report.ts'
import { textsOf } from './textsOf.ts'

const callsEach = 3
const pagesEach = 2
// Failures in a row.
const maxFailures = 3

export interface VerifyOptions {
  /**
   * Current time in milliseconds since 1970. Default: the clock of this machine. Some calls need a period as a
   * parameter, such as the last four weeks. `verifyCorp` calculates these periods from `now`.
   */
  readonly now?: number | undefined
  /** Listener for the report of each endpoint. `verifyCorp` calls it when it has finished with the endpoint. */
  readonly onCall?: ((call: CallReport) => void) | undefined
}

interface Outcome {
  readonly answers: object[]
  readonly refusals: number[]
  readonly failures: string[]
}

/**
 * Compares the answers of WeCom with the documentation. It calls the read functions of the SDK. As parameters, it uses
 * data of the corp, e.g. the id of a customer. It skips a function if the corp has no such data. It makes no call that
 * changes, creates or sends anything.
 *
 * @param client - made by `createClient`, with the token of an app of the corp. Do not set the client's option
 *   `strict`. With `strict`, a call throws if its answer differs from the documentation. The report then counts a
 *   failure, and does not contain the difference.
 * @returns the differences, refusals and failures of each function. The report contains no data of the corp.
 * @throws {WeComError} the client got no token.
 *
 * @example
 * const report = await verifyCorp(createClient({ token: corpToken({ corpId: 'ww1', secret }) }))
 */
export async function verifyCorp(client: Client, { now = Date.now(), onCall }: VerifyOptions = {}): Promise<Report> {
  const reader = readOnly(client)
  const found = nothingFound(Math.floor(now / 1000))
  const texts = new Set<string>()
  const calls: CallReport[] = []
  const add = (call: CallReport): void => {
    calls.push(call)
    onCall?.(call)
  }

  let failuresInARow = 0
  for (const step of plan) {
    const call = documented(step.endpoint.name)
    if (failuresInARow >= maxFailures) {
      add(skip(call, `not called, because ${maxFailures} calls in a row failed`))
      continue
    }
    const params = step.calls(found).slice(0, callsEach)
    if (params.length === 0) {
      add(skip(call, `needs ${step.needs}; none was found`))
      continue
    }
    const outcome: Outcome = { answers: [], refusals: [], failures: [] }
    for (const each of params) {
      const answered = await makeCall(reader, step, each, found, outcome)
      failuresInARow = answered ? 0 : failuresInARow + 1
      if (failuresInARow >= maxFailures) break
    }
    addAll(texts, outcome.answers.flatMap(textsOf))
    add(compare(call, outcome, texts))
  }
  for (const [fn, reason] of Object.entries(unreachable)) {
    add(skip(documented(fn), reason))
  }
  return createReport(calls, version, now)
}

async function makeCall(client: Client, step: Step, params: object, found: Found, outcome: Outcome): Promise<boolean> {
  const { endpoint } = step
  try {
    for await (const answer of pagesOf(client, endpoint, params)) {
      outcome.answers.push(answer)
      step.learn(found, answer, params)
    }
    return true
  } catch (error) {
    // If the endpoint of the failure is another one, the client got no token, so no call can succeed.
    if (!isWeComError(error) || error.endpoint !== endpoint.name) throw error
    if (error.kind === 'api') outcome.refusals.push(error.errcode)
    else outcome.failures.push(error.kind)
    // An errcode is an answer, too.
    return error.kind === 'api'
  }
}

async function* pagesOf(client: Client, endpoint: AnyEndpoint, params: object): AsyncGenerator<object, void> {
  if (!endpoint.pagination) {
    yield client.request(endpoint, params)
    return
  }
  let page = 0
  for await (const { result } of paginate(client, endpoint as PagedEndpoint<object, object, never>, params)) {
    yield result
    page++
    if (page === pagesEach) return
  }
}

interface DocumentedCall extends AnswerFacts {
  readonly name: string
}

function documented(name: string): DocumentedCall {
  const facts = answers[name]
  if (!facts) throw new TypeError(`${name} is not in the table of documented calls`)
  return { name, ...facts }
}

function compare(call: DocumentedCall, outcome: Outcome, texts: ReadonlySet<string>): CallReport {
  const { answers: received, refusals, failures } = outcome
  return {
    ...describe(call),
    answers: received.length,
    fields: countFields(call.fields, received),
    differences: compareAnswers(call.fields, received, texts),
    refusals,
    failures,
  }
}

function skip(call: DocumentedCall, reason: string): CallReport {
  const nothing = { answers: 0, differences: [], refusals: [], failures: [] }
  return { ...describe(call), ...nothing, fields: countFields(call.fields, []), skipped: reason }
}

function describe({ name, path, docs }: DocumentedCall): Pick<CallReport, 'call' | 'path' | 'docs'> {
  return { call: name, path, docs }
}
