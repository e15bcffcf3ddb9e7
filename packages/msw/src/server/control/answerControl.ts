import * as v from 'valibot'
import { CallbackUrlError } from '../../callbacks/CallbackUrlError.ts'
import { InputError } from '../../InputError.ts'
import { SeedError } from '../../seed/SeedError.ts'
import { issuePath, issueText } from '../../issues.ts'
import { type HttpAnswer, jsonAnswer } from '../../serve/Reply.ts'
import type { Tenant } from '../../tenant/Tenant.ts'
import { controls } from './controls.ts'

export const controlPrefix = '/__tenant/'

/** A request to the tenant's control. */
export interface ControlCall {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

/** Answers a request to the control: 200 and JSON; 400 with `error` and `path` where the body is wrong; 404 with what there is. */
export async function answerControl(tenant: Tenant, { method, path, query, body }: ControlCall): Promise<HttpAnswer> {
  const control = controls.find((candidate) => candidate.method === method && candidate.path === path)
  if (!control) {
    const available = controls.map((candidate) => `${candidate.method} ${candidate.path}`)
    return jsonAnswer(404, { error: `there is no ${method} ${path}`, available })
  }
  try {
    tenant.clock.catchUp()
    return jsonAnswer(200, await control.run(tenant, body === '' ? {} : JSON.parse(body), query))
  } catch (error) {
    return jsonAnswer(400, toProblem(error))
  }
}

/** What is wrong with a request. Anything else is a defect of this package and goes on. */
function toProblem(error: unknown): { error: string; path: string } {
  if (error instanceof v.ValiError) {
    const [issue] = error.issues
    return { error: issueText(issue), path: issuePath(issue) }
  }
  if (error instanceof SeedError) {
    const [problem] = error.problems
    return { error: error.message, path: problem?.path ?? '' }
  }
  if (error instanceof InputError) return { error: error.message, path: error.path }
  if (error instanceof CallbackUrlError) return { error: error.message, path: 'url' }
  if (error instanceof SyntaxError) return { error: error.message, path: '' }
  throw error
}
