import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";
import { CHART_CSS } from "../draw/style.ts";

/** The charts' own style, as a file of the page. */
const chartStyle = (): Plugin => ({
  name: "chart-style",
  resolveId: (id) => (id === "virtual:chart.css" ? "\0chart.css" : null),
  load: (id) => (id === "\0chart.css" ? CHART_CSS : null),
});

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [chartStyle(), svelte({ configFile: false, compilerOptions: { runes: true } })],
  build: {
    outDir: fileURLToPath(new URL("../../dist/web", import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    license: { fileName: "licenses.md" },
  },
});
