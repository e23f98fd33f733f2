/** How a test opens stores that go with it: there is nothing to keep through a loss of power. */
export const PASSING = { durability: 'AT_CLOSE' } as const;
