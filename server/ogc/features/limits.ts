/** Features a page, when the client does not say, and at most. */
export const defaultLimit = 100;
export const largestLimit = 10_000;
