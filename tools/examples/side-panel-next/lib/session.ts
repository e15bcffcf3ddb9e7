const sessions = new Map([['session=session-of-wangfang', { userid: 'wangfang' }]])

/** The signed-in member, or undefined. Replace it by your own sign-in. */
export function findMember(cookies: string | null): { userid: string } | undefined {
  for (const cookie of cookies?.split('; ') ?? []) {
    const member = sessions.get(cookie)
    if (member) return member
  }
  return undefined
}
