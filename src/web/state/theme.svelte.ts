export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "armslength-theme";

function kept(): Theme {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : "system";
  } catch {
    return "system";
  }
}

class Choice {
  theme = $state<Theme>(kept());
}
export const choice = new Choice();

/** Shows the page in the chosen theme and keeps the choice in this browser. */
export function applyTheme(theme: Theme = choice.theme): void {
  choice.theme = theme;
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Private windows may refuse storage; the choice then lasts for this page.
  }
}
