/** One thing that must hold wherever it is run. */
export interface Check<Input> {
  readonly name: string
  /** Throws if it does not hold. */
  readonly run: (input: Input) => Promise<void>
}

/** What is handed from the runtime to the test. */
export interface CheckResult {
  /** What does not hold; nothing if all does. */
  readonly problem?: string
}

/** Runs the check of that name. */
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
