/** Bytes after gzip, dependencies included. */
export const limits = {
  /** Client over `fetch`, a token that somebody else keeps, one function. */
  fetchClient: 6500,
  /**
   * The same over ky. The aim was 12,000, but ky alone weighs 8,900 and valibot 1,600. Bundlers that split off what is
   * imported later load ky, and only ky, with the first request.
   */
  kyClient: 15_000,
  /** What fetching and keeping tokens may add to either. */
  corpToken: 1100,
  /** What one more function may add. */
  function: 400,
} as const

/** Functions that are truly larger than most. */
export const exceptions: Readonly<Record<string, { readonly limit: number; readonly reason: string }>> = {
  createCustomerStrategy: { limit: 700, reason: 'a rule group has 21 rights, each with its name' },
  updateCustomerStrategy: { limit: 700, reason: 'a rule group has 21 rights, each with its name' },
  updateContactRemark: {
    limit: 580,
    reason: 'five optional notes, of which one is required; first use of union, literal, check',
  },
  listUnassignedContacts: {
    limit: 450,
    reason: 'two rules between its parameters; first use of integer, minValue, check',
  },
}
