import * as v from 'valibot'

const type = 'sdk_rule'

/**
 * A check of parameters that WeCom itself does not make: it would take them, but mean something else than the caller.
 * The client refuses such a call; the fake corp, which also answers other SDKs, takes it as WeCom does.
 */
export function sdkRule<Input>(
  requirement: (input: Input) => boolean,
  message: string,
): v.BaseValidation<Input, Input, v.BaseIssue<Input>> {
  return { ...v.check(requirement, message), type }
}

/** Whether an issue comes from an `sdkRule`. */
export function isSdkRule(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === type
}
