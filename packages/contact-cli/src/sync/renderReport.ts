import type { Report, ResourceName } from '@wecom/sync'
import { toJsonLine } from '../output/outputOption.ts'
import { printable } from '../output/printable.ts'
import type { Output } from '../Surroundings.ts'
import { format } from './progress.ts'

const words: Readonly<Record<ResourceName, string>> = {
  members: 'members',
  customers: 'follow relations',
  tags: 'tag groups',
  contact_ways: 'contact ways',
  group_chats: 'group chats',
}

// A large corp may have thousands of gaps (data that could not be read).
const maxGaps = 20

export function renderReport(report: Report, store: string, out: Output): string {
  if (!out.isTerminal) return toJsonLine({ type: 'report', ...report })
  const { complete, read } = report
  const names = Object.keys(words) as ResourceName[]
  const counts = names.map((name) => `${format(read[name]).padStart(9)}  ${words[name]}\n`)
  return `${complete ? 'Read' : 'Read so far'} into ${printable(store)}:\n${counts.join('')}${renderGaps(report)}`
}

function renderGaps({ gaps, gapCount }: Report): string {
  if (gapCount === 0) return ''
  const lines = gaps
    .slice(0, maxGaps)
    .map(({ kind, resource, item, reason }) => `  ${printable(`${kind.padEnd(10)}  ${resource} ${item}: ${reason}`)}\n`)
  const more = gapCount > maxGaps ? `  and ${format(gapCount - maxGaps)} more, in the table wecom_gaps\n` : ''
  return `Gaps, ${format(gapCount)}:\n${lines.join('')}${more}`
}
