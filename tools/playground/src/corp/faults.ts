import type { FaultKind } from '@wecom/mock'

/** Names of the faults that users can add. The playground page has a text for each. */
export type FaultName =
  | 'expiredToken'
  | 'tooManyAtOnce'
  | 'systemBusy'
  | 'untrustedIp'
  | 'lostAnswer'
  | 'brokenConnection'
  | 'truncatedAnswer'
  | 'gatewayError'
  | 'htmlPage'
  | 'slowAnswer'

/** The faults of the fake corp that the playground page offers. */
export const faultKinds: Readonly<Record<FaultName, FaultKind>> = {
  expiredToken: { kind: 'expire-token' },
  tooManyAtOnce: { kind: 'errcode', errcode: 45033 },
  systemBusy: { kind: 'errcode', errcode: -1 },
  untrustedIp: { kind: 'errcode', errcode: 60020 },
  lostAnswer: { kind: 'lost-answer' },
  brokenConnection: { kind: 'reset' },
  truncatedAnswer: { kind: 'truncate' },
  gatewayError: { kind: 'status', status: 503, retryAfter: 1 },
  htmlPage: { kind: 'html' },
  slowAnswer: { kind: 'delay', delayMs: 3000 },
}
