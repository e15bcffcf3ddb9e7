/** Returns the value of a required environment variable. Throws an error if the variable is not set. */
export function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`set ${name}`)
  return value
}
