import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fetch } from '@wecom/core'
import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import { expect, onTestFinished, test } from 'vitest'
import { type Ran, runProgram, type RunOptions } from '../fixtures/runProgram.ts'

/** Runs `wecom-contact call` against `corp`. `command` contains the arguments, separated by spaces. */
function call(corp: FakeCorp, command: string, options: RunOptions = {}): Promise<Ran> {
  const env = { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: 'fake-secret' }
  return runProgram(['call', ...command.split(' ')], { env, fetch: corp.fetch, ...options })
}

/** Returns the body of the last request that `corp` received for the function `name`. */
function lastSent(corp: FakeCorp, name: string): unknown {
  return corp.journal.list(name).at(-1)?.body
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'call-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

const tag = JSON.stringify({ group_name: '来源', tag: [{ name: '展会' }] })

test('default: JSON for pipes', async () => {
  const { code, output, errors } = await call(createFakeCorp(), 'listContactIds --userid lina')

  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  expect(output).toMatch(/^\{\n {2}"external_userid": \[\n {4}"wm/)
  expect(JSON.parse(output)).toEqual({ external_userid: expect.any(Array) as string[] })
})

test('behavior: JSON keeps all digits of long integers', async () => {
  const answer = '{"errcode":0,"access_token":"t","expires_in":7200,"tag_group":[{"create_time":9007199254740993}]}'
  const fetch: Fetch = () => Promise.resolve(new Response(answer))
  const { output } = await call(createFakeCorp(), 'listCorpTags', { fetch })

  expect(JSON.parse(output)).toMatchObject({ tag_group: [{ create_time: '9007199254740993' }] })
})

test('behavior: a table for people, and --output', async () => {
  const corp = createFakeCorp()
  const table = 'group_chat_list (2)\n  chat_id           status\n'

  expect((await call(corp, 'listGroupChats --limit 9', { terminal: 80 })).output).toContain(table)
  expect((await call(corp, 'listGroupChats --limit 9 --output table')).output).toContain(table)
  expect((await call(corp, 'listGroupChats --limit 9 --output json', { terminal: 80 })).output).toMatch(/^\{/)
})

test('behavior: flags give texts, numbers, booleans and lists', async () => {
  const corp = createFakeCorp()
  const command =
    'createContactWay --type 2 --scene 2 --user lina --user wangfang --skip_verify false --remark 展会 --yes'
  const { code } = await call(corp, command)

  expect(code).toBe(0)
  expect(lastSent(corp, 'createContactWay')).toEqual({
    type: 2,
    scene: 2,
    user: ['lina', 'wangfang'],
    skip_verify: false,
    remark: '展会',
  })
})

test('behavior: --json from stdin and from a file; flags win', async () => {
  const corp = createFakeCorp()
  const file = join(await temporaryFolder(), 'tag.json')
  await writeFile(file, tag)

  await call(corp, 'createCorpTags --json - --yes', { input: tag })
  expect(lastSent(corp, 'createCorpTags')).toEqual({ group_name: '来源', tag: [{ name: '展会' }] })
  await call(corp, `createCorpTags --json ${file} --group_name 渠道 --yes`)
  expect(lastSent(corp, 'createCorpTags')).toEqual({ group_name: '渠道', tag: [{ name: '展会' }] })
})

test('behavior: a callback URL without its keys is left to doctor', async () => {
  const corp = createFakeCorp()
  const env = { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: 'fake-secret', WECOM_CALLBACK_URL: 'https://a.example/cb' }

  expect(await call(corp, 'listFollowUsers', { env })).toMatchObject({ code: 0, errors: '' })
})

test('error: --json in GBK sends nothing, from a file and from stdin', async () => {
  const corp = createFakeCorp()
  const gbk = Buffer.concat([Buffer.from('{"group_name":"'), Buffer.from([0xd6, 0xdc]), Buffer.from('"}')])
  const file = join(await temporaryFolder(), 'gbk.json')
  await writeFile(file, gbk)

  expect(await call(corp, `createCorpTags --json ${file} --yes`)).toEqual({
    code: 2,
    output: '',
    errors: `wecom-contact: --json: ${file} is not UTF-8; save it as UTF-8\n`,
  })
  expect(await call(corp, 'createCorpTags --json - --yes', { input: gbk })).toMatchObject({
    code: 2,
    errors: 'wecom-contact: --json: stdin is not UTF-8; save it as UTF-8\n',
  })
  expect(corp.journal.list()).toEqual([])
})

test('behavior: a list is read for its first page, and with --all to the end', async () => {
  const corp = createFakeCorp({ pageSize: 4 })
  const first = await call(corp, 'batchGetContactsByUser --userid_list wangfang', { terminal: 80 })
  expect(corp.journal.list('batchGetContactsByUser')).toHaveLength(1)
  expect(first.errors).toBe('There are more pages. Add --all to read them.\n')

  const all = await call(corp, 'batchGetContactsByUser --userid_list wangfang --all')
  const lines = all.output.trimEnd().split('\n')
  expect(lines).toHaveLength(34)
  expect(JSON.parse(lines[0] ?? '')).toHaveProperty('external_contact')
  expect(all.errors).toBe('')

  const table = await call(corp, 'listGroupChats --limit 1 --all', { terminal: 80 })
  expect(table.output).toMatch(/^group_chat_list \(2\)\n/)
})

test('error: --all as a table prints what it read before a page failed', async () => {
  const corp = createFakeCorp()
  let pages = 0
  const fetch: Fetch = (input, init) => {
    if (!String(input instanceof Request ? input.url : input).includes('groupchat/list')) return corp.fetch(input, init)
    return ++pages === 1 ? corp.fetch(input, init) : Promise.resolve(Response.json({ errcode: 40003, errmsg: 'no' }))
  }
  const { code, output, errors } = await call(corp, 'listGroupChats --limit 1 --all', { fetch, terminal: 80 })

  expect(code).toBe(1)
  expect(output).toMatch(/^group_chat_list \(1\)\n/)
  expect(errors).toMatch(/^wecom-contact: listGroupChats failed: 40003/)
})

/**
 * Returns a `fetch` that calls `corp`. If an answer contains customers, the `fetch` adds the field `fail_info`, which
 * says that the customers of the member `zhaomin` are missing.
 */
function withGap(corp: FakeCorp): Fetch {
  return async (input, init) => {
    const answer = (await (await corp.fetch(input, init)).json()) as Record<string, unknown>
    const fail_info = { unlicensed_userid_list: ['zhaomin'] }
    return Response.json('external_contact_list' in answer ? { ...answer, fail_info } : answer)
  }
}

test('behavior: members who are missing from a result are exit code 3; --all names them on stderr', async () => {
  const corp = createFakeCorp({ pageSize: 10 })
  const command = 'batchGetContactsByUser --userid_list wangfang --userid_list zhaomin'
  const all = await call(corp, `${command} --all`, { fetch: withGap(corp) })

  expect(all.code).toBe(3)
  expect(all.output.trimEnd().split('\n')).toHaveLength(34)
  expect(all.errors).toBe('other fields of the result: {"fail_info":{"unlicensed_userid_list":["zhaomin"]}}\n')
  expect(await call(corp, command, { fetch: withGap(corp) })).toMatchObject({ code: 3, errors: '' })
})

test('behavior: null as fail_info means that no member is missing', async () => {
  const answer = { errcode: 0, access_token: 't', expires_in: 7200, external_contact_list: null, fail_info: null }
  const fetch: Fetch = () => Promise.resolve(Response.json(answer))

  expect(await call(createFakeCorp(), 'batchGetContactsByUser --userid_list lina', { fetch })).toMatchObject({
    code: 0,
    errors: '',
  })
  expect(await call(createFakeCorp(), 'batchGetContactsByUser --userid_list lina --all', { fetch })).toMatchObject({
    code: 0,
    output: '',
  })
})

test('behavior: create and send ask on a terminal', async () => {
  const corp = createFakeCorp()
  const questions: string[] = []
  const answering = (answer: string) => (question: string) => {
    questions.push(question)
    return Promise.resolve(answer)
  }
  const command = 'createContactWay --type 1 --scene 2 --user lina'

  expect(await call(corp, command, { ask: answering('') })).toEqual({
    code: 1,
    output: '',
    errors: 'wecom-contact: createContactWay: not confirmed; nothing was sent\n',
  })
  expect(corp.journal.list('createContactWay')).toHaveLength(0)
  expect((await call(corp, command, { ask: answering('Y') })).code).toBe(0)
  expect(corp.journal.list('createContactWay')).toHaveLength(1)
  expect(questions[0]).toBe(
    'createContactWay creates something new each time. Make this call in corp wwfake0000000001? [y/N] ',
  )
})

const ask = (): Promise<string> => expect.fail('asked')
const readInput = (): Promise<Uint8Array> => expect.fail('read')

test('error: --json - on a terminal needs --yes, because the answer would come from stdin, too', async () => {
  expect(await call(createFakeCorp(), 'createCorpTags --json -', { ask, readInput, terminal: 80 })).toEqual({
    code: 2,
    output: '',
    errors:
      'wecom-contact: createCorpTags creates something new each time; add --yes to confirm the call, because --json - reads stdin to its end\n',
  })
})

test('behavior: reads and writes do not ask', async () => {
  const corp = createFakeCorp()

  expect((await call(corp, 'listContactIds --userid lina', { ask })).code).toBe(0)
  const { external_userid: ids } = JSON.parse((await call(corp, 'listContactIds --userid lina')).output) as {
    external_userid: string[]
  }
  const write = `updateContactRemark --userid lina --external_userid ${ids[0]} --remark 老客户`
  expect(await call(corp, write, { ask, terminal: 80 })).toMatchObject({ code: 0, output: 'done\n' })
})

test('behavior: a file is uploaded by its path, and downloaded to one', async () => {
  const corp = createFakeCorp()
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'in.txt'), '报价单')
  const { output } = await call(corp, `uploadMedia --type file --media ${join(folder, 'in.txt')} --yes`)
  const { media_id } = JSON.parse(output) as { media_id: string }
  const saved = await call(corp, `getMedia --media_id ${media_id} --out ${join(folder, 'out.txt')}`)

  expect(saved).toEqual({ code: 0, output: '', errors: '' })
  expect(await readFile(join(folder, 'out.txt'), 'utf8')).toBe('报价单')
  expect(await call(corp, `getMedia --media_id ${media_id} --out ${join(folder, 'no/out.txt')}`)).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^wecom-contact: --out: .*out\.txt cannot be written: ENOENT\n$/) as string,
  })
})

/**
 * Returns a `fetch` that answers `gettoken` with a token, and any other call with a file. `sent` contains the chunks of
 * the file. An error in `sent` breaks the download.
 */
function withFile(...sent: readonly (string | Error)[]): Fetch {
  return (input) => {
    const url = input instanceof Request ? input.url : String(input)
    if (url.includes('gettoken'))
      return Promise.resolve(Response.json({ errcode: 0, access_token: 't', expires_in: 7200 }))
    const chunks = sent.values()
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const { value } = chunks.next()
        if (value === undefined) controller.close()
        else if (typeof value === 'string') controller.enqueue(Buffer.from(value))
        else controller.error(value)
      },
    })
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'image/png' } }))
  }
}

test('error: a download that breaks leaves the existing file as it was', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'keep.png')
  await writeFile(file, 'the old file')
  const fetch = withFile('part of the new', new TypeError('terminated'))

  expect(await call(createFakeCorp(), `getMedia --media_id m --out ${file}`, { fetch })).toEqual({
    code: 1,
    output: '',
    errors: 'wecom-contact: getMedia failed: the connection broke in the middle of the file. Run it again.\n',
  })
  expect(await readFile(file, 'utf8')).toBe('the old file')
  expect(await readdir(folder)).toEqual(['keep.png'])
})

test('behavior: a download keeps a symbolic link and the mode of the file behind it', async () => {
  const folder = await temporaryFolder()
  const [file, link] = [join(folder, 'a.png'), join(folder, 'link.png')]
  await writeFile(file, 'the old file', { mode: 0o600 })
  await symlink(file, link)

  expect(
    await call(createFakeCorp(), `getMedia --media_id m --out ${link}`, { fetch: withFile('the ', 'new file') }),
  ).toMatchObject({ code: 0, errors: '' })
  expect(await readFile(file, 'utf8')).toBe('the new file')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await lstat(link)).isSymbolicLink()).toBe(true)
})

test.runIf(process.platform === 'linux')('error: a download to a full disk', async () => {
  const fetch = withFile('the file')

  expect(await call(createFakeCorp(), 'getMedia --media_id m --out /dev/full', { fetch })).toEqual({
    code: 1,
    output: '',
    errors: 'wecom-contact: --out: /dev/full cannot be written: ENOSPC\n',
  })
})

test.each<[what: string, command: string, input: string, line: string]>([
  [
    'a create without a terminal',
    'createContactWay --type 1 --scene 2 --user lina',
    '',
    'createContactWay creates something new each time; add --yes to confirm the call',
  ],
  [
    'a send without a terminal',
    'sendWelcomeMessage --welcome_code c',
    '',
    'sendWelcomeMessage reaches people; add --yes to confirm the call',
  ],
  ['an unknown field', 'createCorpTags --json - --yes', '{"tags":[]}', '--json: unknown field tags; did you mean tag?'],
  [
    'an unknown field inside of a list',
    'createCorpTags --json - --yes',
    '{"tag":[{"name":"a"},{"nmae":"b"}]}',
    '--json: unknown field tag.nmae; did you mean name?',
  ],
  [
    'a field unlike any other',
    'createCorpTags --json - --yes',
    '{"tag":[{"colour":1}]}',
    '--json: unknown field tag.colour; fields here: name, order',
  ],
  [
    'a list as parameters',
    'createCorpTags --json - --yes',
    '[]',
    '--json: stdin must contain one JSON object with the fields of the call',
  ],
  ['no JSON', 'createCorpTags --json - --yes', '', '--json: stdin is not JSON: Unexpected end of JSON input'],
  ['no JSON file', 'createCorpTags --json no.json --yes', '', '--json: no.json cannot be read: ENOENT'],
  ['no file', 'uploadMedia --type file --media no.txt --yes', '', '--media: no.txt cannot be read: ENOENT'],
  [
    'a word for a boolean',
    'createContactWay --skip_verify yes',
    '',
    "option '--skip_verify <boolean>' argument 'yes' is invalid. It must be true or false; see --help",
  ],
  ['--all of what has no pages', 'listFollowUsers --all', '', "unknown option '--all'; see --help"],
])('error: %s is exit code 2, and nothing is sent', async (_, command, input, line) => {
  const corp = createFakeCorp()

  expect(await call(corp, command, { input })).toEqual({ code: 2, output: '', errors: `wecom-contact: ${line}\n` })
  expect(corp.journal.list()).toEqual([])
})

test('error: a refusal by WeCom is one line with what to do, and exit code 1', async () => {
  const ran = await call(createFakeCorp(), 'getGroupChat --chat_id wrUnknown')

  expect(ran).toMatchObject({ code: 1, output: '' })
  expect(ran.errors).toMatch(/^wecom-contact: getGroupChat failed: \d+ .*\. .* See: wecom-contact explain \d+\n$/)
})

test('error: an IP that is not trusted is named', async () => {
  const errmsg = 'not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info'
  const refuse: Fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input)
    return Promise.resolve(
      Response.json(
        url.includes('gettoken')
          ? { errcode: 0, access_token: 'token-of-this-test', expires_in: 7200 }
          : { errcode: 60020, errmsg },
      ),
    )
  }
  const { errors } = await call(createFakeCorp(), 'listFollowUsers', { fetch: refuse })

  expect(errors).toBe(
    'wecom-contact: listFollowUsers failed: 60020 not allow to access from your ip. Add 203.0.113.7 to the trusted IPs (企业可信IP) of the app in the admin console.\n',
  )
})

test('error: a create without an answer says that it may have taken effect', async () => {
  const corp = createFakeCorp()
  corp.faults.add({ kind: 'lost-answer', endpoint: 'createContactWay' })
  const { code, errors } = await call(corp, 'createContactWay --type 1 --scene 2 --user lina --yes')

  expect(code).toBe(1)
  expect(errors).toContain('It may have taken effect; check with listContactWays before sending it again.')
})

/** Runs a create call, and simulates Ctrl+C when the program sends a request to `path`. */
function stopAt(path: string): Promise<Ran> {
  const corp = createFakeCorp()
  let pressCtrlC: ((reason: 'signal') => void) | undefined
  return call(corp, 'createContactWay --type 1 --scene 2 --user lina --yes', {
    onStop: (listener) => (pressCtrlC = listener),
    fetch: (input, init) => {
      if (!(input instanceof Request ? input.url : String(input)).includes(path)) return corp.fetch(input, init)
      pressCtrlC?.('signal')
      return new Promise(() => {})
    },
  })
}

test('behavior: Ctrl+C in a create call says that it may have taken effect', async () => {
  expect(await stopAt('add_contact_way')).toEqual({
    code: 130,
    output: '',
    errors:
      'wecom-contact: createContactWay failed: aborted. It may have taken effect; check with listContactWays before sending it again.\n',
  })
})

test('behavior: Ctrl+C before a create call is sent says that it has not taken effect', async () => {
  expect(await stopAt('gettoken')).toEqual({
    code: 130,
    output: '',
    errors: 'wecom-contact: createContactWay failed: aborted. It has not taken effect.\n',
  })
})
