export interface Queue {
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>
}

export function queue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (work) => {
      const next = last.then(work)
      last = next.catch(() => {})
      return next
    },
  }
}
