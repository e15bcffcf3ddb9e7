import { measureCalls } from './measureCalls.ts'
import type { RawRequest } from './rawCalls.ts'
import { atLeast, type Row } from './Row.ts'
import { type MockReady, withMock } from './withMock.ts'
import { withServer } from './withServer.ts'

interface Exchange {
  readonly name: string
  readonly request: RawRequest
  /** Body with which both servers answer `request`. `wecom-mock` computes the body, the bare server has a copy. */
  readonly answer: string
}

/**
 * Compares the speed of `wecom-mock` with the speed of a bare server. The bare server uses only `node:net`, and sends
 * the answers of `wecom-mock` as fixed bytes. Each server runs in its own process.
 */
export function compareServers(): Promise<Row[]> {
  return withMock(['--members', '1', '--customers', '100'], async (mock) => {
    const rows: Row[] = []
    for (const exchange of await listExchanges(mock)) rows.push(...(await compare(mock.url, exchange)))
    return rows
  })
}

async function listExchanges({ url, corpId, secret }: MockReady): Promise<Exchange[]> {
  const ask = async (pathAndQuery: string, body = ''): Promise<string> =>
    (await fetch(url + pathAndQuery, body === '' ? {} : { method: 'POST', body })).text()
  const tokenAnswer = await ask(`/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${secret}`)
  const query = `?access_token=${(JSON.parse(tokenAnswer) as { access_token: string }).access_token}`
  const listAnswer = await ask(`/cgi-bin/externalcontact/list${query}&userid=member1`)
  const [external_userid = ''] = (JSON.parse(listAnswer) as { external_userid: string[] }).external_userid

  const requests: Record<string, RawRequest> = {
    'one customer': {
      method: 'GET',
      pathAndQuery: `/cgi-bin/externalcontact/get${query}&external_userid=${external_userid}`,
      body: '',
    },
    'page of 100': {
      method: 'POST',
      pathAndQuery: `/cgi-bin/externalcontact/batch/get_by_user${query}`,
      body: JSON.stringify({ userid_list: ['member1'], limit: 100 }),
    },
    'remark written': {
      method: 'POST',
      pathAndQuery: `/cgi-bin/externalcontact/remark${query}`,
      body: JSON.stringify({ userid: 'member1', external_userid, remark: 'old friend' }),
    },
  }
  return Promise.all(
    Object.entries(requests).map(async ([name, request]) => {
      const answer = await ask(request.pathAndQuery, request.body)
      if (!answer.startsWith('{"errcode":0,')) throw new Error(`wecom-mock refuses "${name}": ${answer}`)
      return { name, request, answer }
    }),
  )
}

function compare(mockUrl: string, { name, request, answer }: Exchange): Promise<Row[]> {
  const [path = ''] = request.pathAndQuery.split('?', 1)
  const least = name === 'page of 100' ? 0.25 : 0.5
  return withServer(new Map([[path, answer]]), async (bareUrl) => {
    const servers = { 'bare server': bareUrl, 'wecom-mock': mockUrl }
    const callers = Object.entries(servers).map(([server, baseUrl]) => ({
      name: server,
      module: 'rawCalls.ts',
      options: { baseUrl, request },
    }))
    const costs = await measureCalls(callers, { inFlight: 50, milliseconds: 50, turns: 4, rounds: 21, warmUp: 6 })
    return costs.map(({ name: server, callsPerSecond, ratio }) => ({
      name: `server, ${name}, 50 in flight: ${server}`,
      value: callsPerSecond,
      unit: 'calls/s',
      ratio,
      ...(server === 'wecom-mock' && { limit: atLeast(least, 'of the bare server', ratio) }),
    }))
  })
}
