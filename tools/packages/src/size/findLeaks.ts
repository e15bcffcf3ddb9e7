/**
 * Returns an error message for each API path in `code` that is not in `paths`, and for each built-in module of Node.js.
 */
export function findLeaks(code: string, paths: readonly string[], allPaths: readonly string[]): string[] {
  const texts = new Set(Array.from(code.matchAll(/(["'`])([\w:/-]+)\1/g), ([, , text]) => text))
  const strange = allPaths.filter((path) => texts.has(path) && !paths.includes(path))
  const builtIns = [...texts].filter((text) => text?.startsWith('node:'))
  return [...strange, ...builtIns].map((text) => `${text} is in the bundle`)
}
