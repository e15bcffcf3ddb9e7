import * as v from 'valibot'

const type = 'sdk_rule'

/**
 * A rule for parameters that WeCom itself does not have: it would accept them, but do something else than the caller
 * means. The client refuses such a call. The fake corp, which also answers other SDKs, accepts it as WeCom does.
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
