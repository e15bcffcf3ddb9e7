/** A check that must pass in every runtime. */
export interface Check<Input> {
  readonly name: string
  /** Throws if the check fails. */
  readonly run: (input: Input) => Promise<void>
}

/** The result of a check. The runtime sends it to the test. */
export interface CheckResult {
  /** Description of the failure. Undefined if the check passed. */
  readonly problem?: string
}

export async function runCheck<Input>(
  checks: readonly Check<Input>[],
  name: string | null,
  input: Input,
): Promise<CheckResult> {
  const check = checks.find((candidate) => candidate.name === name)
  if (!check) return { problem: `there is no check called ${name}` }
  try {
    await check.run(input)
    return {}
  } catch (error) {
    return { problem: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) }
  }
}
