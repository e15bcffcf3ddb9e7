import * as v from 'valibot'

const type = 'sdk_rule'

/**
 * Returns a Valibot check of parameters for a rule that the SDK has, but WeCom does not. WeCom accepts parameters that
 * break the rule, but does something other than the caller expects. Therefore the client refuses the call.
 *
 * The fake corp (the corp that `@wecom/mock` simulates) ignores these rules and accepts the call, as WeCom does.
 */
export function sdkRule<Input>(
  requirement: (input: Input) => boolean,
  message: string,
): v.BaseValidation<Input, Input, v.BaseIssue<Input>> {
  return { ...v.check(requirement, message), type }
}

/** Whether a validation issue comes from a check that `sdkRule` returned. */
export function isSdkRule(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === type
}
