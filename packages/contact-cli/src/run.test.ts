import widthOf from 'fast-string-width'
import { expect, test } from 'vitest'
import { runProgram } from './fixtures/runProgram.ts'
import { version } from './version.ts'

test('default: the help lists commands, settings and exit codes', async () => {
  const { code, output, errors } = await runProgram(['--help'], { terminal: 80 })

  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  expect(output).toMatchInlineSnapshot(`
    "Usage: wecom-contact [options] [command]

    Syncs, calls and diagnoses WeCom (企业微信) customer contact.

    Settings come from the environment or from the file of --config:
      WECOM_CORP_ID        id of the corp
      WECOM_SECRET         secret of an app that may call customer contact
      WECOM_BASE_URL       default https://qyapi.weixin.qq.com
      WECOM_DATABASE       for sync and worker; default sqlite:corp.db
    To try a command without a corp, add --mock: it then uses a fake corp.

    Options:
      -V, --version  output the version number
      -h, --help     display help for command

    Commands:
      sync           read a corp into tables of a database
      worker         keep the tables current until you stop it
      call           make one call of the API
      explain        explain an errcode
      doctor         check the settings, the app and this machine
      verify         compare the answers of a corp with the documentation
      mock           serve a fake corp over HTTP

    Exit codes:
      0  done
      1  failure
      2  wrong arguments or settings; nothing was sent
      3  done, with gaps: something could not be read, members are missing from a
         result, or answers differ from their documentation
      130  stopped before the end
    "
  `)
})

test('behavior: without arguments it prints the help', async () => {
  expect(await runProgram([])).toEqual(await runProgram(['--help']))
})

test('behavior: --version', async () => {
  expect(await runProgram(['--version'])).toEqual({ code: 0, output: `${version}\n`, errors: '' })
})

test.each(['sync', 'worker', 'call getContact', 'explain', 'doctor', 'verify'])(
  'behavior: %s --help fits into 80 columns',
  async (command) => {
    const { code, output } = await runProgram([...command.split(' '), '--help'], { terminal: 80 })

    expect(code).toBe(0)
    expect(output).toMatch(new RegExp(`^Usage: wecom-contact ${command} `))
    expect(output.split('\n').filter((line) => line.length > 80)).toEqual([])
  },
)

test('behavior: call --help lists the functions with their Chinese titles', async () => {
  const { output } = await runProgram(['call', '--help'], { terminal: 80 })

  expect(output.split('\n').find((line) => line.includes('获取企业标签库'))).toMatch(/^ {2}listCorpTags /)
  // A title cannot be broken.
  expect(output.split('\n').filter((line) => widthOf(line) > 80 && !/^ {2}\w+ +\S+:$/.test(line))).toEqual([])
})

test.each<[command: string, line: string]>([
  ['cal', "unknown command 'cal' (Did you mean call?)"],
  ['--moc', "unknown option '--moc'; see --help"],
  [
    'call getContct',
    "unknown function 'getContct'; similar: getContact (获取客户详情), getContactWay (获取企业已配置的「联系我」方式), batchGetContactsByUser (批量获取客户详情), getContactTransferResultLegacy (查询客户接替结果), listContactIds (获取客户列表); see --help",
  ],
  [
    'call 客户详情',
    "unknown function '客户详情'; similar: getContact (获取客户详情), batchGetContactsByUser (批量获取客户详情); see --help",
  ],
  [
    'call 签',
    "unknown function '签'; similar: listCorpTags (获取企业标签库), updateCorpTag (编辑企业客户标签), createCorpTags (添加企业客户标签), deleteCorpTags (删除企业客户标签), markCustomerTags (编辑客户企业标签), listStrategyTags (获取指定规则组下的企业客户标签), updateStrategyTag (编辑指定规则组下的企业客户标签), createStrategyTags (为指定规则组创建企业客户标签), deleteStrategyTags (删除指定规则组下的企业客户标签), convertExternalTagids (客户标签ID的转换); see --help",
  ],
  ['call zzz', "unknown function 'zzz'; see --help"],
  ['call getContact --external_usrid wm1', "unknown option '--external_usrid' (Did you mean --external_userid?)"],
  ['call getContact wm1', "too many arguments for 'getContact'. Expected 0 arguments but got 1: wm1; see --help"],
  [
    'call listGroupChats --limit many',
    "option '--limit <integer>' argument 'many' is invalid. It must be an integer; see --help",
  ],
  [
    'call getContact --external_userid wm1 --external_userid wm2 --mock',
    "option '--external_userid <string>' argument 'wm2' is invalid. It is given twice; see --help",
  ],
  [
    'worker --mock --nightly 01:00 --nightly 02:00',
    "option '--nightly <time>' argument '02:00' is invalid. It is given twice; see --help",
  ],
  [
    'doctor --output json --output table',
    "option '--output <format>' argument 'table' is invalid. It is given twice; see --help",
  ],
  [
    'call getContact --mock',
    'getContact failed: external_userid: is required; nothing was sent. See: wecom-contact call getContact --help',
  ],
  ['explain', "missing required argument 'errcode'; see --help"],
  ['doctor', 'WECOM_CORP_ID is not set: set it in the environment or in the file of --config, or try --mock'],
])('error: %s is one line, with exit code 2', async (command, line) => {
  expect(await runProgram(command.split(' '))).toEqual({ code: 2, output: '', errors: `wecom-contact: ${line}\n` })
})

const fetch = (): Promise<Response> =>
  Promise.resolve(Response.json({ errcode: 0, access_token: 't', expires_in: 7200 }))

test('error: a bug is thrown, with its stack', async () => {
  const env = { WECOM_CORP_ID: 'ww1', WECOM_SECRET: 's' }
  const now = Number.NaN

  await expect(runProgram(['verify'], { env, fetch, now })).rejects.toThrow(RangeError)
})
