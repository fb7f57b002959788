/** The clocks that a program can be run with. */
export const clocks = ['real', 'virtual', 'slow'] as const;

/** How many times longer a second of the program takes with the slow one. */
export const slowdown = 10;
