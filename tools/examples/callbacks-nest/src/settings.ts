/** A variable of the environment that the app cannot do without. */
export function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`set ${name}`)
  return value
}
