import type { Progress } from '@wecom/sync'
import { toJsonLine } from '../output/outputOption.ts'
import type { Surroundings } from '../Surroundings.ts'

// Moves the cursor to the start of the line, and clears the line.
const clearLine = '\r\u001B[K'
const barWidth = 20
const barMs = 100
const lineMs = 5_000

export interface ProgressView {
  readonly show: (progress: Progress) => void
  readonly end: () => void
}

export function showProgress({ out, err }: Surroundings): ProgressView {
  let shownAt = -Infinity
  const mayShow = (everyMs: number): boolean => {
    const now = performance.now()
    if (now - shownAt < everyMs) return false
    shownAt = now
    return true
  }
  if (!out.isTerminal) {
    shownAt = performance.now()
    return {
      show: (progress) => {
        if (mayShow(lineMs)) out.write(toJsonLine({ type: 'progress', ...progress }))
      },
      end: () => {},
    }
  }
  return {
    show: (progress) => {
      if (err.isTerminal && mayShow(barMs)) err.write(clearLine + renderBar(progress).slice(0, err.columns - 1))
    },
    end: () => {
      if (err.isTerminal) err.write(clearLine)
    },
  }
}

/** Formats a progress bar, such as `█████░░░░░  12,345 customers, 1,200 a second, 3 min left`. */
export function renderBar({ slices, resources, perSecond, leftMs, gaps, pausedUntil }: Progress): string {
  const share = slices.total === 0 ? 0 : slices.done / slices.total
  const full = Math.round(share * barWidth)
  const { done, total } = resources.customers
  const customers = total === undefined ? format(done) : `${format(done)} of ${format(total)}`
  const parts = [
    `${customers} customers`,
    ...(perSecond >= 1 ? [`${format(Math.round(perSecond))} a second`] : []),
    ...(leftMs === undefined ? [] : [`${renderSpan(leftMs)} left`]),
    ...(gaps === 0 ? [] : [`${format(gaps)} gaps`]),
    ...(pausedUntil === undefined ? [] : [`WeCom refuses calls until ${new Date(pausedUntil).toISOString()}`]),
  ]
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}  ${parts.join(', ')}`
}

function renderSpan(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

export function format(count: number): string {
  return count.toLocaleString('en')
}
