import { code, link, table } from './markdown.ts'
import { officialPage } from './officialPage.ts'
import type { Call, PackageCalls } from './PackageCalls.ts'
import { servedCell } from './servedCell.ts'

/** Returns the text of COVERAGE.md, which lists all calls of the catalogue. */
export function coveragePage(packages: readonly PackageCalls[]): string {
  const calls = packages.flatMap((one) => one.calls)
  return `<!-- Made by \`npm run generate\`: change tools/catalogue or the code, not this page. -->

# Coverage

The [catalogue](tools/catalogue/README.md) lists the ${calls.length} calls of WeCom's API for customer contact. This SDK has
${count(calls, 'written')} of them. The fake corp of \`@wecom/mock\`, a test server, answers ${count(calls, 'served')} of them.

${table(['package', 'calls', 'in the SDK', 'fake corp'], packages.map(totals))}
${packages.map(section).join('\n')}`
}

function totals({ name, calls }: PackageCalls): string[] {
  return [
    link(code(`@wecom/${name}`), `#wecom${name}`),
    ...[calls.length, count(calls, 'written'), count(calls, 'served')].map(String),
  ]
}

function section(one: PackageCalls): string {
  return `## @wecom/${one.name}

${table(
  ['function', 'official page', 'EasyWeChat', 'fake corp'],
  one.calls.map((call) => row(one, call)),
)}`
}

function row({ name, sourceFolder }: PackageCalls, call: Call): string[] {
  const { fn, easywechat } = call.entry
  return [
    call.written ? link(code(fn), `packages/${name}/${sourceFolder}/${fn}.ts`) : `${code(fn)} (not written yet)`,
    officialPage(call),
    easywechat === null ? '–' : code(easywechat),
    servedCell(call),
  ]
}

function count(calls: readonly Call[], what: 'written' | 'served'): number {
  return calls.filter((call) => call[what]).length
}
