import * as v from 'valibot'

const type = 'sdk_rule'

/**
 * Makes a rule for parameters that only the SDK has. WeCom accepts parameters that break the rule, but does something
 * other than the caller means. Therefore the client refuses such a call. The fake corp, which also answers other SDKs,
 * accepts it as WeCom does.
 */
export function sdkRule<Input>(
  requirement: (input: Input) => boolean,
  message: string,
): v.BaseValidation<Input, Input, v.BaseIssue<Input>> {
  return { ...v.check(requirement, message), type }
}

/** Whether a validation issue comes from an `sdkRule`. */
export function isSdkRule(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === type
}
