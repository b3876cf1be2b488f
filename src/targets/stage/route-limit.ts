// How many routes are compared by themselves.

/**
 * More routes are not compared by themselves: each costs up to six metrics in every reading, and makes the test of all
 * others stricter.
 */
export const MOST_ROUTES = 50;
