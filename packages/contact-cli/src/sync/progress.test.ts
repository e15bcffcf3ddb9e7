import type { Progress, Report } from '@wecom/sync'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Output } from '../Surroundings.ts'
import { renderBar, showProgress } from './progress.ts'
import { renderReport } from './renderReport.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const nothing = { done: 0, total: undefined }
const progress: Progress = {
  runId: 'run',
  resources: {
    tags: nothing,
    contact_ways: nothing,
    members: nothing,
    customers: { done: 12_345, total: 50_000 },
    group_chats: nothing,
  },
  slices: { done: 16, total: 64 },
  perSecond: 812.4,
  leftMs: 185_000,
  gaps: 2,
  pausedUntil: undefined,
}

test('default: what is done, how fast, and how long it will take', () => {
  expect(renderBar(progress)).toBe('█████░░░░░░░░░░░░░░░  12,345 of 50,000 customers, 812 a second, 3 min left, 2 gaps')
})

test('behavior: a first run, which knows no totals, and a pause', () => {
  const first = { ...progress, perSecond: 0, leftMs: undefined, gaps: 0, slices: { done: 0, total: 0 } }
  const resources = { ...progress.resources, customers: { done: 7, total: undefined } }
  const pausedUntil = Date.parse('2026-11-30T10:00:00Z')

  expect(renderBar({ ...first, resources, pausedUntil })).toBe(
    '░░░░░░░░░░░░░░░░░░░░  7 customers, WeCom refuses calls until 2026-11-30T10:00:00.000Z',
  )
})

function outputTo(texts: string[], isTerminal: boolean): Output {
  return { isTerminal, columns: 30, write: (text) => void texts.push(text) }
}

test('behavior: a bar ten times a second, cut to the terminal, and a line of JSON every five seconds', () => {
  const texts: Record<'bar' | 'lines', string[]> = { bar: [], lines: [] }
  const rest = { env: {}, readInput: () => Promise.resolve(new Uint8Array()) }
  const bar = showProgress({ ...rest, out: outputTo([], true), err: outputTo(texts.bar, true) })
  const lines = showProgress({ ...rest, out: outputTo(texts.lines, false), err: outputTo([], false) })
  for (let second = 0; second < 110; second++) {
    bar.show(progress)
    lines.show(progress)
    vi.advanceTimersByTime(50)
  }
  bar.end()
  lines.end()

  expect(texts.bar).toHaveLength(56)
  expect(texts.bar[0]).toBe('\r\u001B[K█████░░░░░░░░░░░░░░░  12,345 ')
  expect(texts.lines).toHaveLength(1)
  expect(JSON.parse(texts.lines[0] ?? '')).toMatchObject({ type: 'progress', slices: { done: 16 } })
})

test('behavior: a report tells the number of all gaps, although it lists fewer', () => {
  const gap = { resource: 'group_chats', kind: 'denied', errcode: 48002, reason: 'no permission', since: 0 } as const
  const report: Report = {
    runId: 'run1',
    ok: true,
    complete: true,
    beganAt: 0,
    endedAt: 0,
    read: { tags: 0, contact_ways: 0, members: 0, customers: 0, group_chats: 0 },
    gaps: Array.from({ length: 1_000 }, (_, index) => ({ ...gap, item: `member${index}` })),
    gapCount: 2_500,
  }
  const lines = renderReport(report, 'corp.db', { write: () => {}, isTerminal: true, columns: 80 })
    .trimEnd()
    .split('\n')

  expect(lines).toContain('Gaps, 2,500:')
  expect(lines.at(-1)).toBe('  and 2,480 more, in the table wecom_gaps')
})
