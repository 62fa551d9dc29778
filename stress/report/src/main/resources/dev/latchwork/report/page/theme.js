/** The switch between the reader's own setting, light and dark. */

const THEMES = ["auto", "light", "dark"];

const theme = {
  current: "auto",

  start() {
    const button = byId("theme");
    button.addEventListener("click", () => this.set(THEMES[(THEMES.indexOf(this.current) + 1) % THEMES.length]));
    let kept = null;
    try {
      kept = localStorage.getItem("latchwork-theme");
    } catch {
      // No storage for a file that is opened from disk, in some browsers: the setting is not kept.
    }
    this.set(THEMES.includes(kept) ? kept : "auto");
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.changed());
  },

  set(name) {
    this.current = name;
    document.documentElement.dataset.theme = name;
    byId("theme").textContent = "theme: " + name;
    try {
      localStorage.setItem("latchwork-theme", name);
    } catch {
      // As above.
    }
    this.changed();
  },

  changed() {
    document.dispatchEvent(new Event("themechange"));
  },
};
