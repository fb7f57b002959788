/** How much of a program's output is kept: its beginning and its end. */
export const HEAD_LINES = 500;
export const TAIL_LINES = 1_000;
export const LINE_CHARACTERS = 4_000;
