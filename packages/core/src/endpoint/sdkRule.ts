import * as v from 'valibot'

const type = 'sdk_rule'

/**
 * Returns a Valibot check that only the SDK applies to parameters, and WeCom does not. WeCom accepts parameters that
 * fail the check, but does something other than the caller expects. Therefore the client refuses the call. The fake
 * corp accepts the call as WeCom does, because other SDKs also use the fake corp.
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
