/** The settings of the callback URL, as they are in the admin console. The callback handler needs the same settings. */
export const callbackSettings = {
  token: 'demoToken2026',
  encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U',
} as const
