import { type ClientEvent, corpToken, createClient, isWeComError } from '@wecom/core'
import { callbackStory } from './callbackStory.ts'
import { startMockProcess } from './mockProcess.ts'
import { Narrator } from './narrator.ts'
import { readStory } from './readStory.ts'
import { syncStory } from './syncStory.ts'
import { writeStory } from './writeStory.ts'

const narrator = new Narrator((text) => process.stdout.write(text))
const { WECOM_CORP_ID: corpId, WECOM_SECRET: secret, WECOM_BASE_URL: baseUrl } = process.env

try {
  if (corpId && secret) await tellAboutRealCorp(corpId, secret)
  else await tellAboutFakeCorp()
} catch (error) {
  if (!isWeComError(error)) throw error
  narrator.say(error.message.replaceAll('\n', '\n   '))
  narrator.check('the demo ran to its end', false)
}
process.exitCode = narrator.end() ? 0 : 1

/** Runs the demo on a real corp. Runs only the part that changes no data. */
async function tellAboutRealCorp(id: string, itsSecret: string): Promise<void> {
  narrator.title(
    '@wecom against your own corp',
    `${id} at ${baseUrl ?? 'qyapi.weixin.qq.com'}; the demo changes nothing`,
  )
  await readStory(createClient({ token: corpToken({ corpId: id, secret: itsSecret }), baseUrl }), narrator)
}

async function tellAboutFakeCorp(): Promise<void> {
  const mock = await startMockProcess()
  try {
    narrator.title(
      '@wecom against a fake corp',
      `wecom-mock, process ${mock.pid}, serves corp ${mock.corpId} at ${mock.url}`,
    )
    const events: ClientEvent[] = []
    const client = createClient({
      baseUrl: mock.url,
      token: corpToken({ corpId: mock.corpId, secret: mock.secret }),
      onEvent: (event) => events.push(event),
    })
    const { customer } = await readStory(client, narrator)
    narrator.check('the client fetched one token for all calls', countTokens(events) === 1)
    if (customer) await writeStory(client, narrator, { mock, customer, events })
    await callbackStory(client, narrator, mock)
    await syncStory(client, narrator, mock)
  } finally {
    narrator.check('wecom-mock stops cleanly', (await mock.stop()) === 0)
  }
}

function countTokens(events: readonly ClientEvent[]): number {
  return events.filter(({ type, endpoint }) => type === 'request' && endpoint === 'getAccessToken').length
}
