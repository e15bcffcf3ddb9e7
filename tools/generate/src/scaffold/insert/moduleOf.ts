/** The module that an import or export statement names. */
export function moduleOf(statement: string): string {
  return /'(.*)'/.exec(statement)?.[1] ?? ''
}
