import { mount } from "svelte";
import App from "./app.svelte";
import "./fonts.ts";
import "./styles/colours.css";
import "./styles/page.css";
import "./styles/answer.css";
import "./styles/evidence.css";
import "./styles/claims.css";
import "./styles/date-bar.css";
import "./styles/controls.css";
import "./styles/dialog.css";
import "./styles/keep.css";
import "./styles/print.css";
import "virtual:chart.css";
import { applyTheme } from "./state/theme.svelte.ts";

applyTheme();
const target = document.getElementById("app");
if (target) mount(App, { target });
