/**
 * Returns what a bundle must not contain: API paths that the program does not call, and built-in modules of Node.js.
 */
export function findLeaks(code: string, paths: readonly string[], allPaths: readonly string[]): string[] {
  const texts = new Set(Array.from(code.matchAll(/(["'`])([\w:/-]+)\1/g), ([, , text]) => text))
  const strange = allPaths.filter((path) => texts.has(path) && !paths.includes(path))
  const builtIns = [...texts].filter((text) => text?.startsWith('node:'))
  return [...strange, ...builtIns].map((text) => `${text} is in the bundle`)
}
