import { mount } from "svelte";
import App from "./app.svelte";
import "./styles/fonts.css";
import "./styles/page.css";
import "./styles/controls.css";
import "./styles/print.css";
import "virtual:chart.css";
import { applyTheme } from "./state/theme.svelte.ts";

applyTheme();
const target = document.getElementById("app");
if (target) mount(App, { target });
