import { createFakeCorp, type FakeCorp, type FakeCorpOptions } from '@wecom/mock'
import { listen } from '@wecom/mock/server'
import { onTestFinished } from 'vitest'
import type { Environment } from './programs.ts'

export interface RunningCorp {
  readonly corp: FakeCorp
  /** Environment variables that make an example call this fake corp instead of WeCom. */
  readonly env: Environment
}

/** Starts a mock server. It stops at the end of the test. */
export async function startMockServer(options: FakeCorpOptions = {}): Promise<RunningCorp> {
  const secret = 'fixture-secret-7f3a'
  const corp = createFakeCorp({ secret, ...options })
  const server = await listen(corp)
  onTestFinished(() => server.close())
  return { corp, env: { WECOM_BASE_URL: server.url, WECOM_CORP_ID: corp.corpId, WECOM_SECRET: secret } }
}
