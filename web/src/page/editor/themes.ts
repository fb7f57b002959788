/** Monaco's colours, matched to those of `styles/theme.css`. */
import type { editor } from 'monaco-editor/editor.js';

export const lightTheme = 'page-light';
export const darkTheme = 'page-dark';

export const themes: Record<string, editor.IStandaloneThemeData> = {
  [lightTheme]: {
    base: 'vs',
    inherit: true,
    rules: [],
    colors: {
      'editor.background': '#ffffff',
      'editor.lineHighlightBackground': '#f4f7fb',
      'editorLineNumber.foreground': '#7a8594',
      'editorLineNumber.activeForeground': '#1c2430',
    },
  },
  [darkTheme]: {
    base: 'vs-dark',
    inherit: true,
    rules: [],
    colors: {
      'editor.background': '#191e25',
      'editor.lineHighlightBackground': '#202730',
      'editorLineNumber.foreground': '#7d8896',
      'editorLineNumber.activeForeground': '#e3e8ee',
    },
  },
};
