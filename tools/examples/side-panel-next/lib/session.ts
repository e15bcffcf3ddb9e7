const sessions = new Map([['session=session-of-wangfang', { userid: 'wangfang' }]])

/** Returns the signed-in member, or undefined if nobody is signed in. Replace this function with your own sign-in. */
export function findMember(cookies: string | null): { userid: string } | undefined {
  for (const cookie of cookies?.split('; ') ?? []) {
    const member = sessions.get(cookie)
    if (member) return member
  }
  return undefined
}
