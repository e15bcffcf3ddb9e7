/** The settings of the callback URL in the admin console, which the handler checks. */
export const callbackSettings = {
  token: 'demoToken2026',
  encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U',
} as const
