import { type AnyEndpoint, corpToken, createClient, isWeComError } from '@wecom/core'
import { allServed } from '@wecom/mock'
import { wecomHandlers } from '@wecom/msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCorp, credentials } from '../corp/corp.ts'
import { endpoints } from '../endpoints/endpoints.ts'
import { readCorpFacts } from './CorpFacts.ts'
import { endpointExamples } from './endpointExamples.ts'
import { exampleParams } from './exampleParams.ts'

const corp = createCorp()
const server = setupServer(...wecomHandlers(corp))
const client = createClient({ token: corpToken(credentials), retry: false, strict: true })

/**
 * Names of the endpoints that the fake corp serves. Endpoints whose calls the fake corp always refuses are left out.
 */
const served = new Set(
  allServed.filter(({ notServed }) => notServed === undefined).map(({ endpoint }) => endpoint.name),
)
const tried = endpoints.filter(({ name }) => served.has(name))

/**
 * Calls that the fake corp refuses in this test. The key is the name of the call, the value is the errcode. The corp's
 * own apps are not allowed to make some of these calls. The other calls need, for example, an event, a job or a file
 * that does not exist in this test.
 */
const refused: Readonly<Record<string, number>> = {
  applyMassCallTicket: 48002,
  closeTempChat: 40058,
  convertChatIds: 48002,
  convertExternalTagids: 48002,
  convertExternalUseridsToPendingIds: 48002,
  convertFromServiceExternalUserid: 40056,
  convertGroupChatExternalUserids: 48002,
  convertToServiceExternalUserid: 48002,
  convertUnionidToExternalUserid: 48002,
  convertUnionidToExternalUseridLegacy: 48002,
  getAcquisitionChatInfo: 41201,
  getHdVoice: 40007,
  getMediaUploadResult: 40088,
  getMomentTaskResult: 40088,
  getNewExternalUserids: 48002,
  getOpenidMigration: 48002,
  scheduleChatIdUpgrade: 48002,
  sendWelcomeMessage: 41050,
}

beforeAll(() => server.listen())
beforeEach(() => corp.reset())
afterAll(() => server.close())

test.each(tried.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s can be tried at once',
  async (name, endpoint) => {
    expect(await errcodeOf(endpoint)).toBe(refused[name] ?? 0)
  },
)

test('examples are for endpoints that there are', () => {
  const names = tried.map(({ name }) => name)

  expect(names).toEqual(expect.arrayContaining([...Object.keys(endpointExamples), ...Object.keys(refused)]))
})

async function errcodeOf(endpoint: AnyEndpoint): Promise<number> {
  try {
    await client.request(endpoint, exampleParams(endpoint, readCorpFacts(corp)))
    return 0
  } catch (error) {
    if (isWeComError(error) && error.kind === 'api') return error.errcode
    throw error
  }
}
