/** What a visit needs of a browser, whichever it is. */

export interface Driver {
  /** Goes to an address; one that differs in its fragment alone loads nothing. */
  goTo(url: string): Promise<void>;
  /** What an expression in the page gives; a promise is waited for. */
  evaluate(expression: string): Promise<unknown>;
  /** The same in the page's first frame. */
  evaluateInFrame(expression: string): Promise<unknown>;
  click(x: number, y: number): Promise<void>;
  /** Types on the keyboard what has a key of its own on it. */
  type(text: string): Promise<void>;
  /** Presses a key while Control is held. */
  pressWithControl(key: 'a' | 'End'): Promise<void>;
  /** Takes JSPI from the pages that are loaded from now on. */
  hideJspi(): Promise<void>;
  close(): Promise<void>;
}

/** How large the window is. */
export const viewport = { width: 1400, height: 900 };

/** Before a page's own scripts. */
export const jspiHider = "delete WebAssembly['Suspending']; delete WebAssembly['promising'];";
