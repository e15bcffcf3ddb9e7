/** Where an endpoint was before it came to its path, and still answers. */
export interface OlderPath {
  readonly path: string
  /** Fields of the answer that have another name there. */
  readonly names?: Readonly<Record<string, string>>
}

/** An answer with the names of its older path. */
export function withOlderNames(answer: object, { names = {} }: OlderPath): object {
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [names[name] ?? name, value]))
}
